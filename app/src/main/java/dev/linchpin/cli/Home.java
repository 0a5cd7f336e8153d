package dev.linchpin.cli;

import dev.linchpin.platform.postgres.EmbeddedPostgres;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder everything is kept in.
final class Home {
  private static final String ROOT = "LINCHPIN_HOME";

  private Home() {}

  /// What was named with `--data`, else `data` beside the program, wherever the command was given.
  static Path of(@Nullable Path named) {
    if (named != null) {
      return named.toAbsolutePath().normalize();
    }
    String root = System.getenv(ROOT);
    return Path.of(root == null ? "" : root, "data").toAbsolutePath().normalize();
  }

  /// The database of the server that keeps everything there, whether it runs or not.
  ///
  /// @param db address of an own PostgreSQL; null for the embedded one
  static JdbcAddress.Held database(@Nullable Path named, @Nullable String db) {
    if (db != null) {
      return JdbcAddress.Held.of(JdbcAddress.parse(db));
    }
    Path home = of(named);
    JdbcAddress running = EmbeddedPostgres.running(home);
    return running == null ? EmbeddedPostgres.start(home) : JdbcAddress.Held.of(running);
  }
}
