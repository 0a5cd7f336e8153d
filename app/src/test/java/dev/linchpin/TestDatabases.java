package dev.linchpin;

import dev.linchpin.platform.Migrations;
import dev.linchpin.platform.postgres.Databases;
import dev.linchpin.platform.postgres.EmbeddedPostgres;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// One PostgreSQL for all tests of a run, and a migrated database of its own for whoever asks.
public final class TestDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final JdbcAddress SERVER = server();

  private TestDatabases() {}

  /// Address of a fresh, migrated, empty database.
  public static JdbcAddress fresh() {
    return copy("linchpin");
  }

  /// A fresh, migrated, empty database to send SQL to.
  public static JdbcClient sql() {
    return JdbcClient.create(dataSource(fresh()));
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
    Migrations.run(dataSource(postgres.address()));
    return postgres.address();
  }

  private static DriverManagerDataSource dataSource(JdbcAddress address) {
    return new DriverManagerDataSource(address.url(), address.user(), address.password());
  }
}
