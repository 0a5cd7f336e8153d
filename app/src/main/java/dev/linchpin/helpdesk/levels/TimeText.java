package dev.linchpin.helpdesk.levels;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counted time as people type it: "30m", "4h", "1h 30m"; a plain number counts hours. Days are not
/// read: how long one is depends on the hours that count.
public final class TimeText {
  public static final String HOW = "Enter a minute to 2,000 hours, like 30m, 4h or 1h 30m.";
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,4})\\s*(?:h|hours?))?\\s*(?:(\\d{1,4})\\s*(?:m|min|minutes?))?");

  private TimeText() {}

  public static Optional<Duration> read(String typed) {
    Matcher parts = FORM.matcher(typed.strip().toLowerCase(java.util.Locale.ROOT));
    if (!parts.matches() || typed.isBlank()) {
      return Optional.empty();
    }
    Duration time = Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)));
    return Optional.of(time)
        .filter(one -> !one.isZero() && one.compareTo(ServiceLevel.Times.MOST) <= 0);
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /// What [#read] reads: "30m", "4h", "1h 30m".
  public static String of(Duration time) {
    if (time.toHours() == 0) {
      return time.toMinutes() + "m";
    }
    return time.toMinutesPart() == 0
        ? time.toHours() + "h"
        : "%dh %dm".formatted(time.toHours(), time.toMinutesPart());
  }
}
