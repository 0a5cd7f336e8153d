package dev.linchpin.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.linchpin.platform.postgres.EmbeddedPostgres;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The database: an own one by address, or the embedded one; migrated before anybody sees it.
@Configuration
@EnableConfigurationProperties(LinchpinSettings.class)
class Database {
  private static final int CONNECTIONS_MAX = 12;
  private static final int CONNECTIONS_IDLE = 2;
  private static final long CONNECTION_WAIT_MS = 5_000;
  private static final long CONNECTION_HELD_TOO_LONG_MS = 60_000;

  /// Closed after the pool, because the pool is made from it.
  @Bean(destroyMethod = "close")
  JdbcAddress.Held databaseAddress(LinchpinSettings settings) {
    if (settings.db() != null) {
      return JdbcAddress.Held.of(JdbcAddress.parse(settings.db()));
    }
    return EmbeddedPostgres.start(settings.data());
  }

  @Bean
  HikariDataSource dataSource(JdbcAddress.Held held) {
    JdbcAddress address = held.address();
    var config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setMinimumIdle(CONNECTIONS_IDLE);
    config.setConnectionTimeout(CONNECTION_WAIT_MS);
    config.setLeakDetectionThreshold(CONNECTION_HELD_TOO_LONG_MS);
    var pool = new HikariDataSource(config);
    Migrations.run(pool);
    return pool;
  }

  @Bean
  InstantSource clock() {
    return SystemTime.clock();
  }
}
