package dev.linchpin.platform;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings every module's tables up to date, each module in its own schema with its own history.
public final class Migrations {
  /// Modules with tables, in the order in which foreign keys may point down.
  public static final List<String> MODULES =
      List.of("platform", "access", "directory", "messaging", "planning", "helpdesk", "answers");

  private Migrations() {}

  public static void run(DataSource database) {
    for (String module : MODULES) {
      Flyway.configure()
          .dataSource(database)
          .schemas(module)
          .locations("classpath:dev/linchpin/" + module + "/db")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    }
  }
}
