package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import java.util.Locale;

/// What a ticket has to do with something else.
///
/// @param ref what it leads to: a ticket `T-1002`, a project `NET`, a task `NET-12`, a change `C-7`
public record TicketLink(Kind kind, String ref) {
  static final int REF_MAX = 80;

  public TicketLink {
    require(
        ref.length() <= REF_MAX && ref.matches("[A-Za-z][A-Za-z0-9._-]*"),
        "Enter what it leads to, like T-1002, NET or NET-12.");
  }

  /// In which way.
  public enum Kind {
    DUPLICATE_OF("duplicate of"),
    CAUSED_BY("caused by"),
    BELONGS_TO("belongs to");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// "belongs to NET-12"
  public String words() {
    return kind.words() + " " + ref;
  }

  public boolean isTicket() {
    return ref.toUpperCase(Locale.ROOT).startsWith("T-");
  }

  /// The number of the ticket it leads to.
  public String ticketNumber() {
    return ref.substring(2);
  }
}
