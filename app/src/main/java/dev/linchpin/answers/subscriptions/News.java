package dev.linchpin.answers.subscriptions;

import dev.linchpin.answers.Answer;
import dev.linchpin.answers.Hearer;
import dev.linchpin.answers.Hearers;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.Promises;
import dev.linchpin.answers.Teller;
import dev.linchpin.messaging.LetterLost;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * What was heard is a numbered row: of two nodes that find the same news only one adds number 7,
 * and only that one writes the mail, in the same transaction. So nobody hears twice.
 */

/// Finds what is news for whom, and says it.
@Component
public class News {
  /// Two letters to one subscriber are at least so far apart, unless it is the last one.
  private static final Duration REST = Duration.ofHours(20);

  private final Subscriptions subscriptions;
  private final SubscribedAnswers answers;
  private final SubscriptionLetters letters;
  private final WebhookQueue queue;
  private final Hearers hearers;
  private final Promises promises;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Zone zone;

  News(
      Subscriptions subscriptions,
      SubscribedAnswers answers,
      SubscriptionLetters letters,
      WebhookQueue queue,
      Hearers hearers,
      Promises promises,
      TransactionTemplate transaction,
      Audit audit,
      Zone zone) {
    this.subscriptions = subscriptions;
    this.answers = answers;
    this.letters = letters;
    this.queue = queue;
    this.hearers = hearers;
    this.promises = promises;
    this.transaction = transaction;
    this.audit = audit;
    this.zone = zone;
  }

  /// Tells everybody whose date changed by more than they wish.
  ///
  /// @return how many heard something
  public int tell() {
    List<Subscription> active = subscriptions.active();
    SubscribedAnswers.Now now = answers.now(active);
    Map<UUID, Heard> last = subscriptions.lastHeard();
    Map<UUID, Heard.Told> otherwise = subscriptions.lastTold();
    int told = 0;
    for (Subscription one : active) {
      Heard heard = last.get(one.id());
      if (heard == null || !heard.isOver() || one.way().isFeed()) {
        Heard before = heard == null ? null : heard.unless(otherwise.get(one.id()), now.asked());
        told += tell(one, before, now) ? 1 : 0;
      }
    }
    return told;
  }

  private boolean tell(Subscription one, @Nullable Heard before, SubscribedAnswers.Now now) {
    Optional<Answer> answer = now.of(one);
    if (answer.isEmpty()) {
      return Boolean.TRUE.equals(transaction.execute(_ -> farewell(one, now.asked())));
    }
    Heard heard = Heard.of(number(before), answer.get(), now.asked());
    return isDue(one, before, heard, now.asked())
        && Boolean.TRUE.equals(transaction.execute(_ -> say(one, before, heard, now.asked())));
  }

  private static int number(@Nullable Heard before) {
    return before == null ? 1 : before.number() + 1;
  }

  private static boolean isDue(
      Subscription one, @Nullable Heard before, Heard heard, AskedAt asked) {
    if (before == null) {
      return true;
    }
    boolean rested = before.at().plus(REST).isBefore(asked.instant());
    return (rested || heard.isOver() || one.way().isFeed())
        && !before.isOldNews(heard, one.moreThan(), asked);
  }

  /// What somebody hears as soon as they are in: the date as it is now.
  void first(Subscription one) {
    SubscribedAnswers.Now now = answers.now(List.of(one));
    now.of(one).ifPresent(answer -> say(one, null, Heard.of(1, answer, now.asked()), now.asked()));
  }

  private boolean say(Subscription one, @Nullable Heard before, Heard heard, AskedAt asked) {
    if (!subscriptions.add(one, heard)) {
      return false;
    }
    switch (one.way()) {
      case MAIL -> {
        letters.news(one, before, heard, asked.today(), asked.instant());
        promise(one, heard, asked.instant());
      }
      case WEBHOOK -> queue.add(one, before, heard, asked.instant());
      case CALENDAR, ATOM -> {
        // it is told once it is read
      }
    }
    return true;
  }

  private boolean farewell(Subscription one, AskedAt asked) {
    if (!subscriptions.end(one, "It is not said outside any more.", asked.instant())) {
      return false;
    }
    if (one.way() == Way.MAIL) {
      letters.farewell(one, asked.instant());
    }
    return true;
  }

  /// Keeps that a date was told; once.
  void promise(Subscription one, Heard heard, Instant told) {
    if (heard.by() == null || heard.promise() != null) {
      return;
    }
    Hearer hearer =
        one.way() == Way.MAIL
            ? hearers.withMail("", one.address())
            : hearers.named(one.hearer().substring(0, Math.min(one.hearer().length(), 120)));
    Promise promise = heard.promise(one, hearer, told, zone.id()).orElseThrow();
    Promise kept = promises.add(promise, Teller.LINCHPIN.account(), "heard " + heard.id());
    subscriptions.promised(heard, kept.id());
  }

  /// A mail came back, or was refused for good: nothing more goes there, and nobody there heard.
  @EventListener
  void on(LetterLost lost) {
    String owner = SubscriptionLetters.owner(lost.once());
    if (!owner.isEmpty() && !lost.once().endsWith(" off")) {
      subscriptions.find(UUID.fromString(owner)).ifPresent(one -> lost(one, lost));
    }
  }

  private void lost(Subscription one, LetterLost lost) {
    if (subscriptions.end(one, "Mail does not arrive: " + lost.why(), lost.at())) {
      audit.add("mail", "ended a subscription", one.ref().toString(), lost.why());
    }
    hearers.mailFailed(lost.recipient(), lost.why(), lost.at());
    for (Heard heard : subscriptions.heard(one, 1)) {
      UUID promise = heard.promise();
      if (promise != null && lost.once().endsWith(" news " + heard.number())) {
        promises.unheard(promise, lost.why(), lost.at());
      }
    }
  }
}
