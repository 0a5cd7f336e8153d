package dev.linchpin.helpdesk;

/// What a column of a ticket file can mean.
public enum Field {
  NUMBER("Number", true, false),
  TITLE("Title", false, false),
  DESCRIPTION("Description", false, false),
  STATE("State", false, false),
  OPENED("Opened at", false, true),
  UPDATED("Time of the row", false, true),
  RESOLVED("Resolved at", false, true),
  CLOSED("Closed at", false, true),
  CALLER("Caller", false, false),
  ASSIGNEE("Assigned to", false, false),
  TEAM("Team", false, false),
  CATEGORY("Category", false, false),
  SERVICE("Service", false, false),
  PRIORITY("Priority", false, false),
  TIME_SPENT("Time spent", false, false);

  private final String label;
  private final boolean needed;
  private final boolean date;

  Field(String label, boolean needed, boolean date) {
    this.label = label;
    this.needed = needed;
    this.date = date;
  }

  public String label() {
    return label;
  }

  /// Whether no ticket can be read without it.
  public boolean isNeeded() {
    return needed;
  }

  public boolean isDate() {
    return date;
  }
}
