package dev.linchpin.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Databases of one cluster.
public final class Databases {
  private Databases() {}

  static void createIfMissing(JdbcAddress address) {
    try (Connection connection = maintenance(address);
        Statement statement = connection.createStatement()) {
      var found = statement.executeQuery("select 1 from pg_database where datname = 'linchpin'");
      if (!found.next()) {
        statement.execute("create database linchpin");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The embedded PostgreSQL took no database.", e);
    }
  }

  /// A connection to the database that is always there.
  public static Connection maintenance(JdbcAddress address) throws SQLException {
    String url = address.url().replaceFirst("/[^/]*$", "/postgres");
    return DriverManager.getConnection(url, address.user(), address.password());
  }
}
