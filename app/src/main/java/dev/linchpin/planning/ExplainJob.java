package dev.linchpin.planning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.linchpin.planning.LeverSearches.LeversAsked;
import dev.linchpin.platform.Zone;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// What is worked out after a forecast stands: why dates moved, why they are unsure, and what would
/// help.
@Configuration
class ExplainJob {
  private static final TaskDescriptor<Void> MOVEMENT = TaskDescriptor.of("movement");
  private static final TaskDescriptor<Void> LEVERS = TaskDescriptor.of("levers");

  private final Movements movements;
  private final SpreadDrivers drivers;
  private final LeverSearches levers;
  private final Zone zone;
  private final ApplicationEventPublisher facts;
  private final ObjectProvider<Scheduler> scheduler;

  ExplainJob(
      Movements movements,
      SpreadDrivers drivers,
      LeverSearches levers,
      Zone zone,
      ApplicationEventPublisher facts,
      ObjectProvider<Scheduler> scheduler) {
    this.movements = movements;
    this.drivers = drivers;
    this.levers = levers;
    this.zone = zone;
    this.facts = facts;
    this.scheduler = scheduler;
  }

  @Bean
  OneTimeTask<Void> movementAfterForecast() {
    return Tasks.oneTime(MOVEMENT)
        .execute((instance, _) -> {
          var forecast = new KeptForecast.Id(UUID.fromString(instance.getId()));
          movements.explain(forecast);
          facts.publishEvent(new DatesExplained(forecast));
          drivers.explain(forecast);
        });
  }

  @Bean
  OneTimeTask<Void> leversWhenAsked() {
    return Tasks.oneTime(LEVERS)
        .execute((instance, _) -> {
          String[] names = instance.getId().split("/");
          levers.look(UUID.fromString(names[0]), names[1], zone::instant);
        });
  }

  @EventListener
  void on(ForecastMade told) {
    schedule(MOVEMENT, told.forecast().toString());
  }

  @EventListener
  void on(LeversAsked told) {
    schedule(LEVERS, told.forecast() + "/" + told.ref());
  }

  private void schedule(TaskDescriptor<Void> task, String name) {
    scheduler.getObject().schedule(task.instance(name).build(), zone.instant());
  }
}
