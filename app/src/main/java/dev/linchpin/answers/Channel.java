package dev.linchpin.answers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How somebody was told.
public enum Channel {
  PHONE("by phone"),
  MAIL("by mail"),
  IN_PERSON("in person"),
  CHAT("by chat");

  private final String words;

  Channel(String words) {
    this.words = words;
  }

  /// "by phone".
  public String words() {
    return words;
  }

  /// As programs write it: `phone`, `mail`, `in-person`, `chat`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads [#code]; capitals and an underscore do no harm.
  public static Optional<Channel> of(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return Arrays.stream(values()).filter(channel -> channel.code().equals(code)).findFirst();
  }

  /// For messages: "phone, mail, in-person, chat".
  static String codes() {
    return String.join(", ", Arrays.stream(values()).map(Channel::code).toList());
  }
}
