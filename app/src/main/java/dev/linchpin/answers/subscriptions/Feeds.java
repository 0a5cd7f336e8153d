package dev.linchpin.answers.subscriptions;

import dev.linchpin.answers.status.AtomText;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What calendars and feed readers fetch. Read, a date is told.
@Component
public class Feeds {
  private static final int SHOWN_MAX = 50;

  private final Subscriptions subscriptions;
  private final News news;
  private final Zone zone;

  Feeds(Subscriptions subscriptions, News news, Zone zone) {
    this.subscriptions = subscriptions;
    this.news = news;
    this.zone = zone;
  }

  /// The feed behind a secret.
  ///
  /// @return empty when there is none, or it is another kind of feed
  @Transactional
  public Optional<String> read(Way way, String secret) {
    return subscriptions.with(secret).filter(one -> one.way() == way).map(this::read);
  }

  private String read(Subscription one) {
    List<Heard> heard = subscriptions.heard(one, SHOWN_MAX);
    if (one.isActive()) {
      Instant now = zone.instant();
      subscriptions.read(one, now);
      heard.stream().limit(1).forEach(last -> news.promise(one, last, now));
    }
    return one.way() == Way.CALENDAR ? CalendarText.of(one, heard) : atom(one, heard);
  }

  private static String atom(Subscription one, List<Heard> heard) {
    return new AtomText(
            "urn:uuid:" + one.id(),
            one.title(),
            "",
            heard.isEmpty() ? one.madeAt() : heard.getFirst().at(),
            heard.stream()
                .map(each ->
                    new AtomText.Entry(
                        "urn:uuid:" + each.id(), one.title(), each.at(), each.words()))
                .toList())
        .xml();
  }
}
