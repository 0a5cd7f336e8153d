package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.web.shell.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A ticket that a program wants to open. Only the title is needed.
///
/// @param caller a name, or an e-mail address
/// @param service its key
/// @param queue its id; the one of the service when it is not said
/// @param assignee a name, an e-mail address or an id
record NewTicketBody(
    @Nullable String title,
    @Nullable String text,
    @Nullable String caller,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String service,
    @Nullable String queue,
    @Nullable String assignee,
    @Nullable String kind,
    @Nullable String impact,
    @Nullable String urgency) {

  private NewTicketForm form() {
    return new NewTicketForm(caller, email, phone, title, "", text, kind, impact, urgency);
  }

  /// What it leads to, under the words of forms.
  private Map<String, String> leads() {
    var leads = new LinkedHashMap<String, String>();
    leads.put("service", ChangeForm.text(service));
    leads.put("move", ChangeForm.text(queue));
    leads.put("assign", ChangeForm.text(assignee));
    leads.values().removeIf(String::isEmpty);
    return leads;
  }

  /// Reads it, with the right to see whatever it names.
  @Component
  static class Reader {
    private final ChangeReader reader;
    private final Callers callers;

    Reader(ChangeReader reader, Callers callers) {
      this.reader = reader;
      this.callers = callers;
    }

    Optional<NewTicket> read(Who who, @Nullable NewTicketBody body, Problems problems) {
      NewTicketForm form = body == null ? NewTicketForm.EMPTY : body.form();
      Optional<NewTicket> asked = form.read(callers, problems).map(NewTicket::byProgram);
      if (body == null || asked.isEmpty()) {
        return asked;
      }
      NewTicket ticket = asked.get();
      for (Map.Entry<String, String> lead : body.leads().entrySet()) {
        ticket = with(who, ticket, lead, problems);
      }
      return problems.any() ? Optional.empty() : Optional.of(ticket);
    }

    private NewTicket with(
        Who who, NewTicket ticket, Map.Entry<String, String> lead, Problems problems) {
      try {
        ChangeForm form = ChangeForm.of(lead.getKey(), lead.getValue(), "", "");
        return switch (reader.read(who, form)) {
          case Change.About about -> ticket.about(about.service());
          case Change.Move move -> ticket.in(move.to());
          case Change.Assign assign -> ticket.assignedTo(assign.to());
          default -> ticket;
        };
      } catch (IllegalArgumentException no) {
        problems.add(lead.getKey(), Objects.requireNonNull(no.getMessage()));
        return ticket;
      }
    }
  }
}
