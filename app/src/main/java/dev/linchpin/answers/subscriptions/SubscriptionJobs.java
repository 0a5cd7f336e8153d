package dev.linchpin.answers.subscriptions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.linchpin.answers.status.Renewal;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Says what changed, on one node at a time.
@Configuration(proxyBeanMethods = false)
class SubscriptionJobs {
  static final Duration UNCONFIRMED_MAX = Duration.ofDays(3);
  static final Duration UNREAD_MAX = Duration.ofDays(60);
  private static final Duration LOOK = Duration.ofMinutes(2);
  private static final Duration POST = Duration.ofSeconds(5);
  private static final LocalTime DAILY = LocalTime.of(3, 10);

  @Bean
  RecurringTask<Void> tellNews(Renewal renewal, News news) {
    return Tasks.recurring("tell-news", FixedDelay.of(LOOK))
        .execute((instance, context) -> {
          renewal.renew();
          news.tell();
        });
  }

  @Bean
  RecurringTask<Void> postWebhooks(Webhooks webhooks) {
    return Tasks.recurring("post-webhooks", FixedDelay.of(POST))
        .execute((instance, context) -> {
          webhooks.send();
        });
  }

  @Bean
  RecurringTask<Void> subscriptionsDaily(Subscriptions subscriptions, Zone zone) {
    return Tasks.recurring("subscriptions-daily", Schedules.daily(zone.id(), DAILY))
        .execute((instance, context) -> {
          Instant now = zone.instant();
          subscriptions.tidy(now.minus(UNCONFIRMED_MAX), now.minus(UNREAD_MAX), now);
        });
  }
}
