package dev.linchpin.answers.subscriptions;

import dev.linchpin.messaging.Letter;
import dev.linchpin.messaging.Letters;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.DateWords;
import dev.linchpin.platform.OwnSite;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The mails of subscriptions. Each has an address of its own that stops them.
@Component
class SubscriptionLetters {
  private static final String NAME = "subscription ";

  private final Letters letters;
  private final Subscriptions subscriptions;
  private final OwnSite site;

  SubscriptionLetters(Letters letters, Subscriptions subscriptions, OwnSite site) {
    this.letters = letters;
    this.subscriptions = subscriptions;
    this.site = site;
  }

  /// Whether links in mails would lead anywhere.
  boolean go() {
    return site.address().isPresent();
  }

  /// Whose letter this is; empty when it is none of a subscription.
  ///
  /// @param once its name
  static String owner(String once) {
    return once.startsWith(NAME) ? once.split(" ")[1] : "";
  }

  /// Asks whoever reads that address whether they want this.
  void confirm(Subscription one, String secret, String mark, Instant now) {
    String text =
        """
        Somebody, probably you, wants to hear at this address when the date of "%s" changes %s.

        Is that right? Then open this page and press the button:
        %s

        If it was not you, do nothing. We will not write again.
        """
            .formatted(one.title(), one.wish(), page(secret));
    post(
        one,
        "confirmation " + mark,
        "Do you want to hear about " + one.title() + "?",
        text,
        "",
        now);
  }

  void news(Subscription one, @Nullable Heard before, Heard heard, LocalDate today, Instant now) {
    String secret = subscriptions.key(one, "", now);
    var text = new StringBuilder(one.title() + "\n\n" + heard.words() + "\n");
    Chance chance = heard.chance();
    if (chance != null) {
      text.append("\nThe chance that we keep it is ").append(chance.about()).append(".\n");
    }
    LocalDate by = before == null ? null : before.by();
    if (by != null) {
      text.append("\nBefore, we said ").append(new DateWords(today).weekday(by)).append(".\n");
    }
    text.append(
        """

        You wanted to hear when this date changes %s. To stop these mails:
        %s
        """
            .formatted(one.wish(), page(secret)));
    String subject = subject(one, before, heard);
    post(one, "news " + heard.number(), subject, text.toString(), page(secret) + "/end", now);
  }

  private static String subject(Subscription one, @Nullable Heard before, Heard heard) {
    String what =
        switch (heard.state()) {
          case DONE -> "it is done";
          case CANCELLED -> "it will not be done";
          default -> {
            if (before == null) {
              yield heard.by() == null ? "no date yet" : "the date";
            }
            yield heard.by() == null ? "the date is open again" : "the date has changed";
          }
        };
    return one.title() + ": " + what;
  }

  /// The last one: nothing can be said about it any more.
  void farewell(Subscription one, Instant now) {
    String text =
        """
        %s

        We do not say dates for this any more. This was our last mail about it.
        Ask the help desk when you still need to know.
        """
            .formatted(one.title());
    post(one, "farewell", one.title() + ": no more news", text, "", now);
  }

  /// To whoever made a webhook: it is off.
  void hookIsOff(Subscription one, String email, String why, Instant now) {
    String text =
        """
        The webhook to %s about "%s" is off. %s

        Nothing is sent there any more. When it works again, make a new one:
        %s/p/%s/subscriptions
        """
            .formatted(one.host(), one.title(), why, site.address().orElse(""), one.ref());
    letters.post(
        new Letter(
            NAME + one.id() + " off", email, "A webhook is off: " + line(one.title()), text, ""),
        now);
  }

  private void post(
      Subscription one, String what, String subject, String text, String stop, Instant now) {
    letters.post(
        new Letter(NAME + one.id() + " " + what, one.address(), line(subject), text, stop), now);
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private String page(String secret) {
    return site.address().orElse("") + "/subscriptions/" + secret;
  }
}
