package dev.linchpin;

import com.zaxxer.hikari.HikariDataSource;
import dev.linchpin.platform.Migrations;
import dev.linchpin.platform.postgres.Databases;
import dev.linchpin.platform.postgres.EmbeddedPostgres;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One PostgreSQL for all tests of a run, and a migrated database of its own for whoever asks.
public final class TestDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int POOLS_OPEN = 20;
  private static final Queue<HikariDataSource> POOLS = new ConcurrentLinkedQueue<>();
  private static final JdbcAddress SERVER = server();

  private TestDatabases() {}

  /// Address of a fresh, migrated, empty database.
  public static JdbcAddress fresh() {
    return copy("linchpin");
  }

  /// A fresh, migrated, empty database to send SQL to; good for the tests that run now, closed some
  /// databases later.
  public static JdbcClient sql() {
    return JdbcClient.create(template());
  }

  /// The same, for stores that write many rows at once.
  public static JdbcTemplate template() {
    JdbcAddress address = fresh();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(0);
    POOLS.add(pool);
    if (POOLS.size() > POOLS_OPEN) {
      POOLS.remove().close();
    }
    return new JdbcTemplate(pool);
  }

  /// The same address in the form `--db` takes.
  public static String url(JdbcAddress address) {
    return address
        .url()
        .replace(
            "jdbc:postgresql://",
            "postgresql://" + address.user() + ":" + address.password() + "@");
  }

  private static JdbcAddress copy(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = Databases.maintenance(SERVER);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new JdbcAddress(
        SERVER.url().replaceFirst("/[^/]*$", "/" + name), SERVER.user(), SERVER.password());
  }

  private static JdbcAddress server() {
    Path home = Path.of("target", "test-home", Long.toString(ProcessHandle.current().pid()));
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    JdbcAddress address = postgres.address();
    var source = new DriverManagerDataSource(address.url(), address.user(), address.password());
    forgetOnPowerCut(JdbcClient.create(source));
    Migrations.run(source);
    return address;
  }

  /// What these databases hold is gone after the run anyway, so nothing waits for the disk.
  private static void forgetOnPowerCut(JdbcClient sql) {
    sql.sql("alter system set fsync = off").update();
    sql.sql("alter system set synchronous_commit = off").update();
    sql.sql("alter system set full_page_writes = off").update();
    sql.sql("select pg_reload_conf()").query(Boolean.class).single();
  }
}
