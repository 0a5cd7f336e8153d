package dev.linchpin.answers.subscriptions;

import dev.linchpin.access.Account;
import dev.linchpin.access.AccountId;
import dev.linchpin.access.Accounts;
import dev.linchpin.answers.subscriptions.WebhookCall.Answered;
import dev.linchpin.answers.subscriptions.WebhookQueue.Claimed;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Posts what waits to all webhooks side by side: one that is slow or silent holds up no other.
@Component
public class Webhooks {
  private static final int AT_ONCE = 20;
  private static final int GONE = 410;
  private static final Duration TIME_MAX = Duration.ofSeconds(15);
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private final WebhookQueue queue;
  private final Subscriptions subscriptions;
  private final WebhookCall call;
  private final News news;
  private final SubscriptionLetters letters;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Zone zone;

  Webhooks(
      WebhookQueue queue,
      Subscriptions subscriptions,
      WebhookCall call,
      News news,
      SubscriptionLetters letters,
      Accounts accounts,
      TransactionTemplate transaction,
      Audit audit,
      Zone zone) {
    this.queue = queue;
    this.subscriptions = subscriptions;
    this.call = call;
    this.news = news;
    this.letters = letters;
    this.accounts = accounts;
    this.transaction = transaction;
    this.audit = audit;
    this.zone = zone;
  }

  /// What the receiver checks our signatures with.
  public String signingKey(Subscription one) {
    return call.signingKey(one.id());
  }

  /// How the last ones went, the newest first, in sentences.
  public List<String> log(Subscription one) {
    return queue.lines(one).stream()
        .map(line -> line.outcome().isEmpty() ? "It waits to be sent." : line.outcome())
        .toList();
  }

  /// Posts what is due.
  ///
  /// @return how many got through
  public int send() {
    List<Claimed> due = queue.claim(AT_ONCE, zone.instant());
    if (due.isEmpty()) {
      return 0;
    }
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> running = due.stream().map(one -> all.submit(() -> post(one))).toList();
      int through = 0;
      for (Future<Boolean> one : running) {
        through += isThrough(one) ? 1 : 0;
      }
      return through;
    }
  }

  private static boolean isThrough(Future<Boolean> one) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      LOG.warn("webhook not posted", e.getCause());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean post(Claimed one) {
    Optional<Subscription> to =
        subscriptions.find(one.subscription()).filter(Subscription::isActive);
    if (to.isEmpty()) {
      queue.done(one, "The webhook was stopped before.", zone.instant());
      return false;
    }
    @Nullable Answered answered = answered(to.get(), one);
    return Boolean.TRUE.equals(transaction.execute(_ -> note(to.get(), one, answered)));
  }

  /// Null when nobody answered in time.
  private @Nullable Answered answered(Subscription to, Claimed one) {
    try (ExecutorService alone = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answered> running =
          alone.submit(() ->
              call.post(
                  URI.create(to.address()), to.id(), one.heard(), one.body(), zone.instant()));
      try {
        return running.get(TIME_MAX.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException slow) {
        running.cancel(true); // closes its connection
        return null;
      }
    } catch (ExecutionException e) {
      LOG.debug("webhook not reached host={}", to.host(), e.getCause());
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private boolean note(Subscription to, Claimed one, @Nullable Answered answered) {
    Instant now = zone.instant();
    if (answered != null && answered.isGood()) {
      queue.done(one, "It was taken.", now);
      queue.heard(one, subscriptions, to).ifPresent(heard -> news.promise(to, heard, now));
      return true;
    }
    String outcome =
        answered == null
            ? "It could not be reached, or did not answer within 15 seconds."
            : "It answered with status %d.".formatted(answered.status());
    if (answered != null && answered.status() == GONE) {
      off(to, "It said that nobody wants this any more (status 410).", now);
    } else if (!queue.again(one, outcome, answered == null ? null : answered.wanted(), now)) {
      off(to, "It failed for three days. The last time: " + outcome, now);
    }
    return false;
  }

  private void off(Subscription to, String why, Instant now) {
    queue.drop(to, why, now);
    if (subscriptions.end(to, why, now)) {
      audit.add("webhook", "ended a subscription", to.ref().toString(), why);
      UUID by = to.madeBy();
      Optional.ofNullable(by)
          .flatMap(id -> accounts.find(new AccountId(id)))
          .filter(Account::enabled)
          .ifPresent(owner -> letters.hookIsOff(to, owner.email().value(), why, now));
    }
  }
}
