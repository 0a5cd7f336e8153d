package dev.linchpin.answers;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How somebody was told.
public enum Channel {
  PHONE("by phone"),
  MAIL("by mail"),
  IN_PERSON("in person"),
  CHAT("by chat"),
  /// An answer on the portal, read there.
  PORTAL("on the portal"),
  /// A mail about something they wanted to hear about.
  SUBSCRIPTION("by subscription"),
  /// A program that asked for them.
  API("by a program"),
  /// A page they read by themselves.
  PAGE("on a page"),
  /// A calendar that shows our dates.
  CALENDAR("by calendar"),
  /// What was written down in a meeting.
  MINUTES("in minutes");

  /// In which one person tells another: those that somebody can choose.
  static final Set<Channel> SAID = EnumSet.of(PHONE, MAIL, IN_PERSON, CHAT);

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

  /// Whether it shows the same date again and again: only a new one is told.
  boolean isRead() {
    return switch (this) {
      case SUBSCRIPTION, API, PAGE, CALENDAR -> true;
      case PHONE, MAIL, IN_PERSON, CHAT, PORTAL, MINUTES -> false;
    };
  }

  /// Those that somebody can choose.
  public static Set<Channel> said() {
    return Collections.unmodifiableSet(SAID);
  }

  /// For messages: "phone, mail, in-person, chat".
  static String codes() {
    return String.join(", ", Arrays.stream(values()).map(Channel::code).toList());
  }
}
