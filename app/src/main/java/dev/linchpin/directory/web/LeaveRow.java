package dev.linchpin.directory.web;

import dev.linchpin.directory.Leave;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;

/// One leave in a list: the days as the machine and as people read them.
public record LeaveRow(
    String id,
    String firstIso,
    String first,
    String lastIso,
    String last,
    String kind,
    String standIn) {
  static LeaveRow of(Leave leave, String standIn, LocalDate today) {
    LocalDate first = leave.days().first();
    LocalDate last = leave.days().last();
    return new LeaveRow(
        leave.id().toString(),
        first.toString(),
        Dates.day(first, today),
        last.toString(),
        Dates.day(last, today),
        leave.kind().label(),
        standIn);
  }

  public boolean oneDay() {
    return firstIso.equals(lastIso);
  }
}
