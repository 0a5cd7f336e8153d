package dev.linchpin.cli;

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
}
