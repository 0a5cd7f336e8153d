package dev.linchpin.planning;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.linchpin.directory.WorkingTimeChanged;
import dev.linchpin.planning.ForecastWishes.ForecastWished;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/*
 * Every wish has a job of its own, named after its number and written in the transaction of the
 * change: none is lost, any node may take it. A job leaves the work to a newer wish that still
 * waits, so a burst of changes gives one forecast; a job whose wish is met already does nothing;
 * one that finds nothing changed costs one look at the plans.
 */
/// Makes a new forecast shortly after every change, and once a day because a day has passed.
@Configuration
class ForecastJob {
  static final TaskDescriptor<Void> AFTER_CHANGE = TaskDescriptor.of("forecast");

  /// More changes within this time are met together.
  static final Duration PAUSE = Duration.ofSeconds(2);

  /// While changes keep coming, a forecast is made at least this often.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration WISHES_KEPT = Duration.ofDays(7);
  private static final Duration DRAFTS_KEPT = Duration.ofDays(1);
  private static final LocalTime DAILY = LocalTime.of(0, 5);

  private final ForecastWishes wishes;
  private final Forecasting forecasting;
  private final ImportDrafts drafts;
  private final Zone zone;
  private final ObjectProvider<Scheduler> scheduler;

  ForecastJob(
      ForecastWishes wishes,
      Forecasting forecasting,
      ImportDrafts drafts,
      Zone zone,
      ObjectProvider<Scheduler> scheduler) {
    this.wishes = wishes;
    this.forecasting = forecasting;
    this.drafts = drafts;
    this.zone = zone;
    this.scheduler = scheduler;
  }

  @Bean
  OneTimeTask<Void> forecastAfterChange() {
    return Tasks.oneTime(AFTER_CHANGE)
        .execute((instance, _) -> meet(Long.parseLong(instance.getId())));
  }

  @Bean
  RecurringTask<Void> forecastDaily() {
    return Tasks.recurring("forecast-daily", Schedules.daily(zone.id(), DAILY))
        .execute((_, _) -> {
          forecasting.make();
          wishes.forgetBefore(zone.instant().minus(WISHES_KEPT));
          drafts.forgetBefore(zone.instant().minus(DRAFTS_KEPT));
        });
  }

  @EventListener
  void on(ForecastWished told) {
    scheduler
        .getObject()
        .schedule(
            AFTER_CHANGE.instance(Long.toString(told.wish())).build(), zone.instant().plus(PAUSE));
  }

  @EventListener
  void on(WorkingTimeChanged told) {
    wishes.add("working time changed");
  }

  private void meet(long wish) {
    if (wishes.met() >= wish) {
      return;
    }
    boolean newerWaits = wishes.newest() > Math.max(wish, wishes.met());
    if (!newerWaits || wishes.waitsSince(zone.instant().minus(PATIENCE))) {
      forecasting.make();
    }
  }
}
