package dev.linchpin.helpdesk.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sends what waits in the outbox, on one node at a time.
@Configuration(proxyBeanMethods = false)
class MailJobs {
  private static final int SECONDS = 10;

  @Bean
  RecurringTask<Void> sendMail(MailSender sender) {
    return Tasks.recurring("send-mail", FixedDelay.ofSeconds(SECONDS))
        .execute((instance, context) -> {
          sender.send();
        });
  }

  @Bean
  RecurringTask<Void> sendLetters(LetterSender sender) {
    return Tasks.recurring("send-letters", FixedDelay.ofSeconds(SECONDS))
        .execute((instance, context) -> {
          sender.send();
        });
  }
}
