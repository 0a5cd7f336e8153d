package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.answers.subscriptions.Subscription;
import dev.linchpin.answers.subscriptions.Way;
import dev.linchpin.web.shell.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How somebody wants to hear: text in; a problem beside each field, or one good wish. The pages'
/// forms and the API read it alike.
public record SubscribeForm(
    @Nullable String way, @Nullable String address, @Nullable String moreThan) {
  private static final int MAIL_MAX = 200;

  /// How, where, and from how many working days on.
  record How(Way way, String address, int moreThan) {}

  static SubscribeForm blank(String address) {
    return new SubscribeForm(
        Way.MAIL.code(), address, Integer.toString(Subscription.MORE_THAN_USUAL));
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  public String wayText() {
    return text(way);
  }

  public String addressText() {
    return text(address);
  }

  public String moreThanText() {
    return text(moreThan);
  }

  /// @param open the ways that can be chosen here
  Optional<How> read(Set<Way> open, Problems problems) {
    Optional<Way> how = Way.of(wayText()).filter(open::contains);
    if (how.isEmpty()) {
      problems.add("way", "Choose how you want to hear.");
      return Optional.empty();
    }
    String where =
        switch (how.get()) {
          case MAIL -> mail(problems);
          case WEBHOOK -> hook(problems);
          case CALENDAR, ATOM -> "";
        };
    int days = days(problems);
    return problems.any() ? Optional.empty() : Optional.of(new How(how.get(), where, days));
  }

  private String mail(Problems problems) {
    String mail = addressText().toLowerCase(Locale.ROOT);
    if (mail.length() > MAIL_MAX || !mail.matches("[^@\\s<>\",;:]{1,120}@[^@\\s<>\",;:]+")) {
      problems.add("address", "Enter an e-mail address, like mia@example.org.");
    }
    return mail;
  }

  private String hook(Problems problems) {
    String plain = addressText();
    try {
      var uri = new URI(plain);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null && plain.length() <= 500) {
        return plain;
      }
    } catch (URISyntaxException no) {
      // said below
    }
    problems.add("address", "Enter a web address, like https://example.org/hooks/linchpin.");
    return "";
  }

  private int days(Problems problems) {
    String text = moreThanText().isEmpty() ? "0" : moreThanText();
    if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= Subscription.MORE_THAN_MAX) {
      return Integer.parseInt(text);
    }
    problems.add(
        "moreThan",
        "Enter a number of working days from 0 to %d.".formatted(Subscription.MORE_THAN_MAX));
    return 0;
  }
}
