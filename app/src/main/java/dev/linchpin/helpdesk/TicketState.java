package dev.linchpin.helpdesk;

import java.util.List;
import java.util.Locale;

/// Where a ticket stands, whatever its own tool calls it.
public enum TicketState {
  /// Nobody looked at it yet.
  NEW("new"),
  OPEN("open"),
  /// Another tool says that it waits, and not for whom.
  WAITING("waiting"),
  WAITING_FOR_CALLER("waiting for the caller"),
  WAITING_FOR_VENDOR("waiting for a vendor"),
  RESOLVED("resolved"),
  CLOSED("closed");

  private static final List<String> CLOSED_WORDS =
      List.of("clos", "geschlossen", "cerrad", "ferm", "cancel", "merged", "reject", "completed");
  private static final List<String> RESOLVED_WORDS =
      List.of("resol", "solved", "done", "gelöst", "erledigt", "unmatched", "fixed");
  private static final List<String> WAITING_WORDS =
      List.of("await", "wait", "pending", "hold", "wartend");

  private final String word;

  TicketState(String word) {
    this.word = word;
  }

  /// The word people read.
  public String word() {
    return word;
  }

  /// The same where there is little room: who has to move.
  public String brief() {
    return switch (this) {
      case WAITING_FOR_CALLER -> "with caller";
      case WAITING_FOR_VENDOR -> "with vendor";
      default -> word;
    };
  }

  /// Whether somebody still has to do something.
  public boolean isOpen() {
    return this != RESOLVED && this != CLOSED;
  }

  /// Whether it goes on only when somebody outside the help desk moves.
  public boolean isWaiting() {
    return this == WAITING || this == WAITING_FOR_CALLER || this == WAITING_FOR_VENDOR;
  }

  /// The state behind a word of another tool; a word nobody knows is open.
  static TicketState of(String written) {
    String words = written.toLowerCase(Locale.ROOT);
    if (words.contains("unresolved") || words.contains("unsolved") || words.startsWith("reopen")) {
      return OPEN;
    }
    if (has(words, CLOSED_WORDS)) {
      return CLOSED;
    }
    if (has(words, RESOLVED_WORDS)) {
      return RESOLVED;
    }
    return has(words, WAITING_WORDS) ? WAITING : OPEN;
  }

  private static boolean has(String words, List<String> any) {
    return any.stream().anyMatch(words::contains);
  }
}
