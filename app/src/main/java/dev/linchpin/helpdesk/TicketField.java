package dev.linchpin.helpdesk;

import java.util.Arrays;

/// What can be changed on a ticket. Those that hold many, like tags, are changed one element at a
/// time, so two people who add different tags do not meet.
public enum TicketField {
  TITLE("title", "title"),
  KIND("kind", "kind"),
  STATE("state", "state"),
  PRIORITY("priority", "priority"),
  QUEUE("queue", "queue"),
  SERVICE("service", "service"),
  ASSIGNEE("assignee", "assignee"),
  CALLER("caller", "caller"),
  OUTCOME("outcome", "outcome"),
  MERGED_INTO("merged-into", "merged into"),
  /// On the ticket that is kept: what was merged into it.
  MERGED("merged", "merged"),
  SPLIT("split", "split off"),
  TAG("tag", "tag"),
  WATCHER("watcher", "watcher"),
  LINK("link", "link"),
  ITEM("item", "checklist"),
  WORK("work", "work");

  private final String code;
  private final String label;

  TicketField(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /// What the API and forms call it.
  public String code() {
    return code;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  static TicketField of(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
