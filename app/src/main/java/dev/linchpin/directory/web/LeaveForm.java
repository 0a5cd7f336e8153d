package dev.linchpin.directory.web;

import dev.linchpin.directory.Leave;

/// The fields of a leave, as text: days as ISO dates.
public record LeaveForm(String first, String last, String kind, String standIn) {
  static final LeaveForm EMPTY = new LeaveForm("", "", Leave.Kind.VACATION.name(), "");

  public LeaveForm {
    first = Fields.text(first);
    last = Fields.text(last);
    kind = Fields.text(kind);
    standIn = Fields.text(standIn);
  }
}
