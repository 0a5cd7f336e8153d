package dev.linchpin.helpdesk.levels;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on without anybody: targets follow what they depend on, and people hear of those that
/// come near.
@Configuration(proxyBeanMethods = false)
class LevelJobs {
  private static final int SECONDS = 15;

  @Bean
  RecurringTask<Void> keepTargets(
      TargetKeeper keeper, Escalations escalations, InstantSource clock) {
    return Tasks.recurring("keep-targets", FixedDelay.ofSeconds(SECONDS))
        .execute((instance, context) -> {
          while (keeper.catchUp() == TargetKeeper.BATCH) {
            // goes on until the last batch
          }
          escalations.make(clock.instant());
        });
  }
}
