package dev.linchpin.helpdesk.web;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.TicketFilter.Stage;
import dev.linchpin.web.shell.Typed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which tickets somebody wants to see, as the address says it. What it does not know it leaves
/// out.
record ListForm(
    @Nullable String show,
    @Nullable String words,
    @Nullable String queue,
    @Nullable String priority,
    @Nullable String tag) {
  private static final int WORDS_MAX = 200;

  static final Map<String, String> SHOWS = shows();

  private static Map<String, String> shows() {
    var shows = new LinkedHashMap<String, String>();
    shows.put("open", "Open");
    shows.put("mine", "Mine");
    shows.put("team", "My team's");
    shows.put("unassigned", "Unassigned");
    shows.put("due", "Due next");
    shows.put("today", "At risk today");
    shows.put("waiting", "Waiting");
    shows.put("resolved", "Resolved");
    shows.put("all", "All");
    return shows;
  }

  String showOrOpen() {
    String typed = ChangeForm.text(show);
    return SHOWS.containsKey(typed) ? typed : "open";
  }

  String wordsCut() {
    String typed = ChangeForm.text(words);
    return typed.substring(0, Math.min(WORDS_MAX, typed.length()));
  }

  String queueOrNothing() {
    return ChangeForm.text(queue);
  }

  String priorityOrNothing() {
    return ChangeForm.text(priority);
  }

  String tagOrNothing() {
    return ChangeForm.text(tag);
  }

  /// @param me null for an account that is nobody in the directory: it has no tickets
  /// @param today the end of it is what "at risk today" asks for
  TicketFilter filter(@Nullable PersonId me, LocalDate today, ZoneId zone) {
    Stage stage =
        switch (showOrOpen()) {
          case "all" -> Stage.ALL;
          case "waiting" -> Stage.WAITING;
          case "resolved" -> Stage.RESOLVED;
          case "due", "today" -> Stage.DUE;
          default -> Stage.OPEN;
        };
    PersonId somebody = me == null ? new PersonId(new UUID(0, 0)) : me;
    return new TicketFilter(
        stage,
        showOrOpen().equals("mine") ? somebody : null,
        showOrOpen().equals("unassigned"),
        showOrOpen().equals("team") ? somebody : null,
        wordsCut(),
        Typed.id(queueOrNothing()).map(QueueId::new).orElse(null),
        priorityOrNothing(),
        null,
        tagOrNothing(),
        showOrOpen().equals("today") ? today.plusDays(1).atStartOfDay(zone).toInstant() : null);
  }

  /// "Open tickets assigned to you, in Service desk, priority high, with the words “vpn”."
  String sentence(List<Queue> queues) {
    var parts = new ArrayList<String>();
    parts.add(
        switch (showOrOpen()) {
          case "mine" -> "Open tickets assigned to you";
          case "team" -> "Open tickets in your queues";
          case "unassigned" -> "Open tickets that nobody has";
          case "waiting" -> "Tickets that wait for a caller or a vendor";
          case "resolved" -> "Resolved tickets";
          case "due" -> "Open tickets with a time to keep";
          case "today" -> "Open tickets that are late, or due today";
          case "all" -> "All tickets";
          default -> "Open tickets";
        });
    queues.stream()
        .filter(one -> one.id().toString().equals(queueOrNothing()))
        .findFirst()
        .ifPresent(one -> parts.add("in " + one.name()));
    if (!priorityOrNothing().isEmpty()) {
      parts.add("priority " + priorityOrNothing());
    }
    if (!tagOrNothing().isEmpty()) {
      parts.add("with the tag “%s”".formatted(tagOrNothing()));
    }
    if (!wordsCut().isEmpty()) {
      parts.add("with the words “%s”".formatted(wordsCut()));
    }
    boolean byDue = showOrOpen().equals("due") || showOrOpen().equals("today");
    String order =
        !wordsCut().isEmpty()
            ? "the closest first"
            : byDue ? "what is due next first" : "the newest first";
    return String.join(", ", parts) + ", " + order + ".";
  }

  /// The address's query, without what is empty.
  String query(String otherShow) {
    var query = new LinkedHashMap<String, String>();
    query.put("show", otherShow);
    query.put("words", wordsCut());
    query.put("queue", queueOrNothing());
    query.put("priority", priorityOrNothing());
    query.put("tag", tagOrNothing());
    return query.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> one.getKey() + "=" + TicketListView.encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }
}
