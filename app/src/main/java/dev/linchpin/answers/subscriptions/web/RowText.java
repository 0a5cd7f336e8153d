package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.subscriptions.Heard;
import dev.linchpin.answers.subscriptions.Subscription;
import dev.linchpin.answers.subscriptions.Subscriptions;
import dev.linchpin.answers.subscriptions.Way;
import dev.linchpin.answers.subscriptions.Webhooks;
import dev.linchpin.planning.DateWords;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// One subscription as a line of a list, and who may see and end it.
@Component
class RowText {
  private final Access access;
  private final Subscriptions subscriptions;
  private final Webhooks webhooks;
  private final Zone zone;

  RowText(Access access, Subscriptions subscriptions, Webhooks webhooks, Zone zone) {
    this.access = access;
    this.subscriptions = subscriptions;
    this.webhooks = webhooks;
    this.zone = zone;
  }

  /// Whether this person sees who hears: like who was told.
  boolean maySee(Who who) {
    return access.may(who, Permission.PROMISE) || access.may(who, Permission.READ_AUDIT);
  }

  /// Whoever made it, and whoever may tell dates.
  boolean mayEnd(Who who, Subscription one) {
    return access.may(who, Permission.PROMISE) || who.account().value().equals(one.madeBy());
  }

  SubscribeView.Row row(Who who, Subscription one) {
    String by = one.madeByName();
    String name =
        switch (one.way()) {
          case MAIL -> one.address();
          case WEBHOOK -> "Webhook to " + one.host();
          case CALENDAR -> "Calendar" + (by.isEmpty() ? "" : " of " + by);
          case ATOM -> "Feed" + (by.isEmpty() ? "" : " of " + by);
        };
    boolean goesOn = one.endedAt() == null;
    return new SubscribeView.Row(
        name,
        one.wish(),
        one.state(),
        goesOn ? one.isActive() ? "good" : "waiting" : "bad",
        last(one),
        goesOn && mayEnd(who, one)
            ? "/p/%s/subscriptions/%s/end".formatted(one.ref(), one.id())
            : "");
  }

  private String last(Subscription one) {
    if (!one.endedWhy().isEmpty()) {
      return one.endedWhy();
    }
    List<String> log = one.way() == Way.WEBHOOK ? webhooks.log(one) : List.of();
    List<Heard> heard = subscriptions.heard(one, 1);
    if (heard.isEmpty()) {
      return "Nothing yet.";
    }
    String said = heard.getFirst().by() == null ? "no date" : day(heard.getFirst().by());
    String when = "Heard %s on %s.".formatted(said, day(heard.getFirst().at()));
    if (one.way().isFeed()) {
      Instant read = one.readAt();
      return when + (read == null ? " Not read yet." : " Read last on " + day(read) + ".");
    }
    return log.isEmpty() ? when : when + " " + log.getFirst();
  }

  private String day(Instant at) {
    return day(at.atZone(zone.id()).toLocalDate());
  }

  private String day(LocalDate day) {
    return new DateWords(zone.today()).brief(day);
  }
}
