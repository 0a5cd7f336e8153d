package dev.linchpin.answers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.linchpin.planning.DatesExplained;
import dev.linchpin.planning.ForecastMade;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.KeptForecast;
import dev.linchpin.platform.Zone;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/*
 * A forecast may move what people believe: its projects are looked at at once, and again when it is
 * known why its dates moved, so that the correction says it. What moves a date without a forecast,
 * like a project that is put on hold, is found every quarter of an hour.
 */
/// When beliefs are compared with what we know, and when corrections leave.
@Configuration
class DriftJobs {
  private static final TaskDescriptor<Void> AFTER_FORECAST = TaskDescriptor.of("drift");
  private static final int MINUTES = 15;
  private static final int SECONDS = 10;

  private final ObjectProvider<Scheduler> scheduler;
  private final Zone zone;

  DriftJobs(ObjectProvider<Scheduler> scheduler, Zone zone) {
    this.scheduler = scheduler;
    this.zone = zone;
  }

  @Bean
  OneTimeTask<Void> driftAfterForecast(Drifting drifting, Forecasts forecasts) {
    return Tasks.oneTime(AFTER_FORECAST)
        .execute((instance, _) -> {
          String id = instance.getId().split("/")[0];
          drifting.check(forecasts.projects(new KeptForecast.Id(UUID.fromString(id))));
        });
  }

  @Bean
  RecurringTask<Void> driftOfAll(Drifting drifting) {
    return Tasks.recurring("drift-of-all", FixedDelay.ofMinutes(MINUTES))
        .execute((_, _) -> {
          drifting.checkAll();
        });
  }

  @Bean
  RecurringTask<Void> sendCorrections(CorrectionMail mail) {
    return Tasks.recurring("send-corrections", FixedDelay.ofSeconds(SECONDS))
        .execute((_, _) -> {
          mail.send();
        });
  }

  @EventListener
  void on(ForecastMade told) {
    schedule(told.forecast() + "/made");
  }

  @EventListener
  void on(DatesExplained told) {
    schedule(told.forecast() + "/explained");
  }

  private void schedule(String name) {
    scheduler
        .getObject()
        .scheduleIfNotExists(AFTER_FORECAST.instance(name).build(), zone.instant());
  }
}
