package dev.linchpin.helpdesk.knowledge;

/// One part of an article or a problem that people change, with what pages call it.
public enum Part {
  TITLE("title"),
  TEXT("text"),
  STATE("state"),
  AUDIENCE("audience"),
  OWNER("owner"),
  REVIEW_BY("next review"),
  CAUSE("root cause"),
  WORKAROUND("workaround"),
  LEAD("lead"),
  SERVICE("service");

  private final String label;

  Part(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
