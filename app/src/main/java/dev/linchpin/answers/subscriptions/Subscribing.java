package dev.linchpin.answers.subscriptions;

import dev.linchpin.access.Who;
import dev.linchpin.answers.Ref;
import dev.linchpin.platform.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes wishes to hear about something.
///
/// Whoever asks in the name of a mail address hears the same words, whether it is new, known or
/// asked too often: nobody learns who hears about what.
@Component
public class Subscribing {
  static final int PER_SOURCE_AND_HOUR = 20;
  static final int PER_ADDRESS_AND_DAY = 3;
  static final int PER_HOUR = 500;

  private final Subscriptions subscriptions;
  private final SubscriptionLetters letters;
  private final News news;
  private final Audit audit;

  Subscribing(Subscriptions subscriptions, SubscriptionLetters letters, News news, Audit audit) {
    this.subscriptions = subscriptions;
    this.letters = letters;
    this.news = news;
    this.audit = audit;
  }

  /// What somebody wishes.
  ///
  /// @param title what it is called in what they get
  /// @param address a mail address in lower case, or where a webhook goes; empty for a feed
  public record Wish(Ref ref, String title, Way way, String address, int moreThan) {}

  /// Who wishes it.
  ///
  /// @param who null without an account
  /// @param from address of the network
  public record Asker(@Nullable Who who, String from) {}

  /// What came of it.
  public sealed interface Made {
    /// A confirmation is on its way, if one is needed and the address was not asked too often.
    record Asked(Optional<UUID> id) implements Made {}

    /// A feed or webhook that is there now.
    ///
    /// @param secret in its address; shown once
    record Ready(Subscription subscription, String secret) implements Made {}

    /// Too many came from there, or at all.
    record TooMany() implements Made {}

    /// Nobody told Linchpin its own address, so that no link in a mail would lead anywhere.
    record NoMail() implements Made {}
  }

  /// Somebody wishes to hear.
  @Transactional
  public Made subscribe(Wish wish, Asker asker, Instant now) {
    String from = asker.who() == null ? asker.from() : "account " + asker.who().account();
    subscriptions.lock(from);
    Instant hour = now.minus(Duration.ofHours(1));
    if (subscriptions.askedSince(from, hour) >= PER_SOURCE_AND_HOUR
        || subscriptions.askedSince(hour) >= PER_HOUR) {
      return new Made.TooMany();
    }
    if (wish.way() != Way.MAIL) {
      return ready(wish, asker, from, now);
    }
    return letters.go() ? asked(wish, asker, from, now) : new Made.NoMail();
  }

  private Made ready(Wish wish, Asker asker, String from, Instant now) {
    Subscription made = subscription(wish, asker, now, now);
    if (!subscriptions.add(made)) {
      Subscription before = subscriptions.at(wish.address(), wish.way(), wish.ref()).orElseThrow();
      return new Made.Ready(before, subscriptions.key(before, from, now));
    }
    String secret = subscriptions.key(made, from, now);
    news.first(made);
    note(made, asker);
    return new Made.Ready(made, secret);
  }

  private Made asked(Wish wish, Asker asker, String from, Instant now) {
    subscriptions.lock("mail " + wish.address());
    boolean often =
        subscriptions.askedFor(wish.address(), now.minus(Duration.ofDays(1)))
            >= PER_ADDRESS_AND_DAY;
    Optional<Subscription> known = subscriptions.at(wish.address(), Way.MAIL, wish.ref());
    if (often || known.filter(Subscription::isActive).isPresent()) {
      return new Made.Asked(known.map(Subscription::id));
    }
    Subscription one =
        known.orElseGet(() -> {
          Subscription made = subscription(wish, asker, now, null);
          subscriptions.add(made);
          note(made, asker);
          return made;
        });
    String secret = subscriptions.key(one, from, now);
    letters.confirm(one, secret, UUID.randomUUID().toString(), now);
    return new Made.Asked(Optional.of(one.id()));
  }

  private static Subscription subscription(
      Wish wish, Asker asker, Instant now, @Nullable Instant confirmed) {
    Who who = asker.who();
    return new Subscription(
        UUID.randomUUID(),
        wish.ref(),
        wish.title(),
        wish.way(),
        wish.address(),
        wish.moreThan(),
        now,
        who == null ? null : who.account().value(),
        who == null ? "" : who.name(),
        confirmed,
        null,
        null,
        "");
  }

  private void note(Subscription made, Asker asker) {
    Who who = asker.who();
    audit.add(
        who == null ? "somebody without an account" : who.name(),
        "subscribed",
        made.ref().toString(),
        made.way().words());
  }

  /// Whoever reads the mails of that address said yes.
  ///
  /// @return false when it was confirmed before, or ended
  @Transactional
  public boolean confirm(Subscription one, Instant now) {
    if (!subscriptions.confirm(one, now)) {
      return false;
    }
    subscriptions.find(one.id()).ifPresent(news::first);
    return true;
  }

  /// Somebody stops it.
  ///
  /// @param by a name, or empty for whoever has the address
  @Transactional
  public void end(Subscription one, String by, Instant now) {
    String why = by.isEmpty() ? "Stopped by whoever got it." : "Stopped by " + by + ".";
    if (subscriptions.end(one, why, now)) {
      String who = by.isEmpty() ? "somebody without an account" : by;
      audit.add(who, "stopped a subscription", one.ref().toString(), one.way().words());
    }
  }
}
