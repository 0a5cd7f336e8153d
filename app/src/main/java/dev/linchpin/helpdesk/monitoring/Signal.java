package dev.linchpin.helpdesk.monitoring;

import static dev.linchpin.platform.Checks.require;

import java.time.Instant;
import java.util.Comparator;

/// One piece of news about a check.
///
/// @param key names the check within its monitoring system
/// @param at when it was so, as the check says
/// @param problem whether it failed; else it was fine
/// @param service as the check calls it; may be empty
/// @param detail for whoever works on it
public record Signal(
    String key,
    Instant at,
    boolean problem,
    Severity severity,
    String title,
    String service,
    String detail) {
  public static final int KEY_MAX = 300;
  private static final int TITLE_MAX = 300;
  private static final int SERVICE_MAX = 200;
  private static final int DETAIL_MAX = 20_000;

  /// In the order of time; of one moment, the problem last: what is unclear is looked at.
  static final Comparator<Signal> ORDER =
      Comparator.comparing(Signal::at).thenComparing(Signal::problem);

  public Signal {
    require(!key.isBlank(), "Send \"key\": what names the check.");
    require(key.length() <= KEY_MAX, "Keep \"key\" to %d characters.", KEY_MAX);
    title = cut(title.isBlank() ? key : title.strip(), TITLE_MAX);
    service = cut(service.strip(), SERVICE_MAX);
    detail = cut(detail.strip(), DETAIL_MAX);
  }

  private static String cut(String text, int max) {
    String clean = text.replace("\0", "");
    return clean.length() <= max ? clean : clean.substring(0, max - 1) + "…";
  }
}
