package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.web.shell.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what a program wants to change on a ticket. A field it does not know is a problem, not
/// left out: nobody should believe that it was saved.
@Component
class PatchReader {
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "kind",
          "state",
          "outcome",
          "impact",
          "urgency",
          "queue",
          "service",
          "assignee",
          "caller",
          "addTags",
          "removeTags");

  private static final Map<String, String> STATES =
      Map.of(
          "open", "begin",
          "waiting-for-caller", "wait-for-caller",
          "waiting-for-vendor", "wait-for-vendor",
          "resolved", "resolve",
          "closed", "close");

  /// What forms call these fields.
  private static final Map<String, String> WHATS =
      Map.of("kind", "kind", "queue", "move", "service", "service", "assignee", "assign");

  private final ChangeReader reader;
  private final Callers callers;

  PatchReader(ChangeReader reader, Callers callers) {
    this.reader = reader;
    this.callers = callers;
  }

  List<Change> read(Who who, Ticket ticket, Map<String, @Nullable Object> body, Problems problems) {
    var changes = new ArrayList<Change>();
    for (String field : body.keySet()) {
      if (!FIELDS.contains(field)) {
        problems.add(field, "There is no field “%s” to change.".formatted(field));
      }
    }
    for (var form : forms(ticket, body).entrySet()) {
      try {
        changes.add(reader.read(who, form.getValue()));
      } catch (IllegalArgumentException no) {
        problems.add(form.getKey(), Objects.requireNonNull(no.getMessage()));
      }
    }
    caller(body, changes, problems);
    tags(body.get("addTags"), true, changes, problems);
    tags(body.get("removeTags"), false, changes, problems);
    return changes;
  }

  private static Map<String, ChangeForm> forms(Ticket ticket, Map<String, @Nullable Object> body) {
    var forms = new LinkedHashMap<String, ChangeForm>();
    if (body.containsKey("title")) {
      forms.put("title", ChangeForm.of("title", "", string(body.get("title")), ""));
    }
    WHATS.forEach((field, what) -> {
      if (body.containsKey(field)) {
        forms.put(field, ChangeForm.of(what, string(body.get(field)), "", ""));
      }
    });
    if (body.containsKey("impact") || body.containsKey("urgency")) {
      forms.put("impact", priority(ticket, body));
    }
    state(forms, ticket, body);
    return forms;
  }

  private static ChangeForm priority(Ticket ticket, Map<String, @Nullable Object> body) {
    return new ChangeForm(
        "priority",
        "",
        "",
        body.containsKey("impact") ? string(body.get("impact")) : name(ticket.impact()),
        body.containsKey("urgency") ? string(body.get("urgency")) : name(ticket.urgency()),
        "",
        "",
        "");
  }

  private static String name(@Nullable Grade grade) {
    return grade == null ? Grade.MEDIUM.name() : grade.name();
  }

  /// An outcome alone says again what was done.
  private static void state(
      Map<String, ChangeForm> forms, Ticket ticket, Map<String, @Nullable Object> body) {
    if (body.containsKey("state")) {
      String state = string(body.get("state"));
      boolean reopens = state.equals("open") && !ticket.state().isOpen();
      String what = reopens ? "reopen" : STATES.getOrDefault(state, "no such state");
      forms.put("state", ChangeForm.of(what, "", string(body.get("outcome")), ""));
    } else if (body.containsKey("outcome")) {
      forms.put("outcome", ChangeForm.of("resolve", "", string(body.get("outcome")), ""));
    }
  }

  private void caller(Map<String, @Nullable Object> body, List<Change> changes, Problems problems) {
    if (!body.containsKey("caller")) {
      return;
    }
    if (body.get("caller") instanceof Map<?, ?> caller) {
      try {
        changes.add(
            new Change.CalledBy(
                callers.read(
                    string(caller.get("name")),
                    string(caller.get("email")),
                    string(caller.get("phone")))));
      } catch (IllegalArgumentException no) {
        problems.add("caller", Objects.requireNonNull(no.getMessage()));
      }
    } else {
      problems.add("caller", "Send an object with name, email and phone.");
    }
  }

  private static void tags(
      @Nullable Object tags, boolean there, List<Change> changes, Problems problems) {
    if (tags instanceof List<?> all) {
      for (Object tag : all) {
        changes.add(there ? new Change.Tag(string(tag)) : new Change.Untag(string(tag)));
      }
    } else if (tags != null) {
      problems.add(there ? "addTags" : "removeTags", "Send a list of words.");
    }
  }

  private static String string(@Nullable Object value) {
    return value == null ? "" : value.toString().strip();
  }
}
