package dev.linchpin.answers.subscriptions;

import dev.linchpin.answers.Channel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How somebody hears of a change.
public enum Way {
  MAIL("by mail"),
  CALENDAR("in a calendar"),
  ATOM("in a feed reader"),
  WEBHOOK("by webhook");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// As programs write it: `mail`, `calendar`, `atom`, `webhook`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Way> of(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
  }

  /// Whether they fetch it themselves.
  public boolean isFeed() {
    return this == CALENDAR || this == ATOM;
  }

  Channel channel() {
    return this == CALENDAR ? Channel.CALENDAR : Channel.SUBSCRIPTION;
  }
}
