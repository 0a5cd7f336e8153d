package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.web.shell.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
          "removeTags",
          "addLinks",
          "removeLinks",
          "checklist",
          "removeItems");

  private static final Map<String, String> STATES =
      Map.of(
          "open", "begin",
          "waiting-for-caller", "wait-for-caller",
          "waiting-for-vendor", "wait-for-vendor",
          "resolved", "resolve",
          "closed", "close");

  private static final String LINK =
      "Send a list of objects with kind, like belongs-to, and ref, like NET-12.";
  private static final String ITEM = "Send a list of objects with name and done, true or false.";

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
    many(body, "addLinks", LINK, one -> form("link", one, "kind", "ref"), who, changes, problems);
    many(
        body,
        "removeLinks",
        LINK,
        one -> form("unlink", one, "kind", "ref"),
        who,
        changes,
        problems);
    many(body, "checklist", ITEM, PatchReader::item, who, changes, problems);
    many(
        body,
        "removeItems",
        "Send a list of names.",
        one -> ChangeForm.of("remove-item", "", string(one), ""),
        who,
        changes,
        problems);
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

  private void many(
      Map<String, @Nullable Object> body,
      String field,
      String how,
      Function<Object, @Nullable ChangeForm> form,
      Who who,
      List<Change> changes,
      Problems problems) {
    if (!body.containsKey(field)) {
      return;
    }
    List<?> all = body.get(field) instanceof List<?> list ? list : Collections.singletonList(null);
    for (Object one : all) {
      ChangeForm read = one == null ? null : form.apply(one);
      if (read == null) {
        problems.add(field, how);
        return;
      }
      try {
        changes.add(reader.read(who, read));
      } catch (IllegalArgumentException no) {
        problems.add(field, Objects.requireNonNull(no.getMessage()));
      }
    }
  }

  private static @Nullable ChangeForm form(String what, Object one, String to, String text) {
    return one instanceof Map<?, ?> of
        ? ChangeForm.of(what, string(of.get(to)), string(of.get(text)), "")
        : null;
  }

  private static @Nullable ChangeForm item(Object one) {
    if (!(one instanceof Map<?, ?> item) || !(item.get("done") instanceof Boolean done)) {
      return null;
    }
    return ChangeForm.of(done ? "check" : "item", "", string(item.get("name")), "");
  }

  private static String string(@Nullable Object value) {
    return value == null ? "" : value.toString().strip();
  }
}
