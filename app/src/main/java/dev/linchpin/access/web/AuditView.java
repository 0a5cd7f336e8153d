package dev.linchpin.access.web;

import dev.linchpin.access.AuditTrail;
import dev.linchpin.web.shell.Dates;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `audit.jte` shows, from top to bottom.
///
/// @param next address of older lines; null at the end
public record AuditView(List<Row> rows, String shown, @Nullable String next) {

  /// One line: who did what to which thing, when.
  public record Row(String at, String who, String what, String ref, String detail) {}

  static AuditView of(List<AuditTrail.Line> found, int most, ZoneId zone) {
    List<AuditTrail.Line> shown = found.subList(0, Math.min(most, found.size()));
    boolean more = found.size() > most;
    List<Row> rows =
        shown.stream()
            .map(line ->
                new Row(
                    Dates.moment(line.at(), zone),
                    line.who(),
                    line.what(),
                    line.ref(),
                    line.detail()))
            .toList();
    return new AuditView(
        rows,
        more ? "%d lines, newest first".formatted(rows.size()) : "Up to the first line",
        more ? "/admin/audit?before=" + shown.getLast().id() : null);
  }
}
