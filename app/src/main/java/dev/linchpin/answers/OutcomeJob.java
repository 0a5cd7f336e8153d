package dev.linchpin.answers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.linchpin.planning.CostMarks;
import dev.linchpin.planning.Marks;
import dev.linchpin.platform.Zone;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Once a day, because a day has ended: which promises were kept, and how good were the forecasts?
@Configuration
class OutcomeJob {
  private static final LocalTime DAILY = LocalTime.of(0, 20);

  @Bean
  RecurringTask<Void> outcomesDaily(
      Outcomes outcomes, Marks marks, CostMarks costs, Ask ask, Zone zone) {
    return Tasks.recurring("outcomes-daily", Schedules.daily(zone.id(), DAILY))
        .execute((_, _) -> {
          outcomes.judge();
          marks.mark(zone.instant());
          costs.mark(zone.instant());
          ask.tidy(zone.instant());
        });
  }
}
