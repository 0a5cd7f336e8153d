package dev.linchpin.helpdesk.monitoring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Works on what a node that stopped left behind, and drops what is old.
@Configuration(proxyBeanMethods = false)
class MonitorJobs {
  private static final int SECONDS = 30;
  private static final int HOURS = 6;

  @Bean
  RecurringTask<Void> workOnDeliveries(Deliveries deliveries) {
    return Tasks.recurring("work-on-deliveries", FixedDelay.ofSeconds(SECONDS))
        .execute((instance, context) -> deliveries.work());
  }

  @Bean
  RecurringTask<Void> forgetDeliveries(Deliveries deliveries) {
    return Tasks.recurring("forget-deliveries", FixedDelay.ofHours(HOURS))
        .execute((instance, context) -> deliveries.forget());
  }
}
