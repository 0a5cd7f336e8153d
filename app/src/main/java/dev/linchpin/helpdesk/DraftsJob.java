package dev.linchpin.helpdesk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Removes drafts nobody confirmed, so that no file of names lies around, and keys of requests that
/// nobody sends again.
@Configuration(proxyBeanMethods = false)
class DraftsJob {
  private static final int HOURS = 1;

  @Bean
  RecurringTask<Void> removeOldDrafts(Drafts drafts, TicketRequests requests, InstantSource clock) {
    return Tasks.recurring("remove-old-drafts", FixedDelay.ofHours(HOURS))
        .execute((instance, context) -> {
          drafts.removeOld();
          requests.forgetBefore(clock.instant());
        });
  }
}
