package dev.linchpin.answers;

import com.fasterxml.jackson.annotation.JsonValue;

/// In which of the card's states an answer is. One that a reader may not see has none: it is
/// answered like one that does not exist.
public enum AnswerState {
  /// A date with a chance.
  FORECAST("forecast", "on track"),
  /// A fixed date that is kept at least 8 times in 10.
  FIXED_DATE_SAFE("fixed-date-safe", "on track"),
  /// A fixed date between safe and at risk: the chance is said, nothing more.
  FIXED_DATE("fixed-date", "uncertain"),
  /// A fixed date that is kept less than 5 times in 10.
  FIXED_DATE_AT_RISK("fixed-date-at-risk", "at risk"),
  /// The promised date is over and it is not done.
  OVERDUE("overdue", "overdue"),
  /// It waits for something outside.
  BLOCKED("blocked", "waiting"),
  ON_HOLD("on-hold", "on hold"),
  NOT_PLANNED("not-planned", "not planned yet"),
  /// Planned, but without what a forecast needs.
  TOO_LITTLE_KNOWN("too-little-known", "too little known"),
  /// The last check is too long ago.
  STALE("stale", "not checked"),
  /// Somebody's doubt is open.
  DISPUTED("disputed", "disputed"),
  /// Every task is done, and somebody still has to say that the whole is.
  WORK_DONE("work-done", "work done"),
  DONE("done", "done"),
  CANCELLED("cancelled", "cancelled"),
  /// No date is asked: a service or a person, and who is the go-to.
  GO_TO("go-to", "go-to");

  private final String code;
  private final String label;

  AnswerState(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /// As programs read it.
  @JsonValue
  public String code() {
    return code;
  }

  /// Kind of the pill that shows it.
  public String pill() {
    return switch (this) {
      case FORECAST, FIXED_DATE_SAFE -> "running";
      case WORK_DONE, DONE -> "good";
      case FIXED_DATE, FIXED_DATE_AT_RISK, STALE -> "warn";
      case OVERDUE, BLOCKED, DISPUTED -> "bad";
      case ON_HOLD, CANCELLED -> "waiting";
      case NOT_PLANNED, TOO_LITTLE_KNOWN, GO_TO -> "open";
    };
  }

  /// As people read it.
  public String label() {
    return label;
  }
}
