package dev.linchpin.helpdesk;

/// How much, of impact and of urgency.
public enum Grade {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high");

  private final String word;

  Grade(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
