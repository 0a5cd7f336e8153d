package dev.linchpin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// Counts what pages ask of the database; jobs beside them do not count.
public final class Statements {
  private Statements() {}

  /// How many statements the pages ran that `visit` opened.
  public static int during(Runnable visit) {
    var count = new AtomicInteger();
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            boolean ofPage = event.getThreadName().startsWith("tomcat-");
            if (ofPage && event.getFormattedMessage().startsWith("Executing prepared SQL")) {
              count.incrementAndGet();
            }
          }
        };
    var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    boolean additive = logger.isAdditive();
    appender.start();
    logger.addAppender(appender);
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
    try {
      visit.run();
    } finally {
      logger.detachAppender(appender);
      logger.setLevel(null);
      logger.setAdditive(additive);
    }
    return count.get();
  }
}
