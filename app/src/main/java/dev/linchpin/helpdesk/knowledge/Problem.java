package dev.linchpin.helpdesk.knowledge;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cause behind several incidents.
///
/// @param text what is seen
/// @param cause the root cause; empty while nobody knows it
/// @param workaround how to work on meanwhile; empty while there is none
/// @param lead who finds the cause; null while nobody does
/// @param closed null while it is open
/// @param version counts the changes; who changes it says which one was seen
public record Problem(
    int number,
    String title,
    String text,
    String cause,
    String workaround,
    @Nullable PersonId lead,
    @Nullable ServiceId service,
    Instant opened,
    @Nullable Instant closed,
    int version)
    implements Revised {
  public static final int TITLE_MAX = 200;
  public static final int TEXT_MAX = 20_000;

  public Problem {
    check(title, text, cause, workaround);
  }

  /// @throws IllegalArgumentException with a message for whoever wrote it
  static void check(String title, String... texts) {
    require(
        !title.isBlank() && title.length() <= TITLE_MAX,
        "Enter a title of at most %d characters.",
        TITLE_MAX);
    for (String text : texts) {
      require(text.length() <= TEXT_MAX, "Keep each text to %,d characters.", TEXT_MAX);
    }
  }

  @Override
  public String ref() {
    return "P-" + number;
  }

  @Override
  public String what() {
    return "a problem";
  }

  public boolean isOpen() {
    return closed == null;
  }

  /// Nobody mended it yet, but there is a way around.
  public boolean isKnownError() {
    return isOpen() && !workaround.isBlank();
  }

  /// Where it stands, in words.
  public String state() {
    if (!isOpen()) {
      return "closed";
    }
    if (isKnownError()) {
      return "known error";
    }
    return cause.isBlank() ? "cause not known" : "cause known";
  }

  @Override
  public Map<Part, String> parts() {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.TITLE, title);
    parts.put(Part.TEXT, text);
    parts.put(Part.CAUSE, cause);
    parts.put(Part.WORKAROUND, workaround);
    parts.put(Part.LEAD, lead == null ? "" : lead.toString());
    parts.put(Part.SERVICE, service == null ? "" : service.toString());
    parts.put(Part.STATE, isOpen() ? "OPEN" : "CLOSED");
    return parts;
  }
}
