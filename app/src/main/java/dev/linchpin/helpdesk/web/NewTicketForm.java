package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.TicketKind;
import dev.linchpin.web.shell.Problems;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody typed on the telephone form. Only the line is needed.
record NewTicketForm(
    @Nullable String caller,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String title,
    @Nullable String service,
    @Nullable String text,
    @Nullable String kind,
    @Nullable String impact,
    @Nullable String urgency) {
  static final NewTicketForm EMPTY =
      new NewTicketForm("", "", "", "", "", "", "INCIDENT", "MEDIUM", "MEDIUM");

  Optional<NewTicket> read(Callers callers, Problems problems) {
    String line = ChangeForm.text(title);
    if (line.isEmpty()) {
      problems.add("title", "Enter what it is about, in one line.");
      return Optional.empty();
    }
    try {
      return Optional.of(
          NewTicket.of(line, "phone")
              .withText(ChangeForm.text(text))
              .calledBy(callers.read(caller, email, phone))
              .as(ChangeForm.text(kind).isEmpty() ? TicketKind.INCIDENT : ChangeReader.kind(kind))
              .prioritised(grade(impact), grade(urgency)));
    } catch (IllegalArgumentException no) {
      String message = Objects.requireNonNull(no.getMessage());
      problems.add(message.contains("address") ? "email" : "title", message);
      return Optional.empty();
    }
  }

  private static Grade grade(@Nullable String typed) {
    return ChangeForm.text(typed).isEmpty() ? Grade.MEDIUM : ChangeReader.grade(typed);
  }
}
