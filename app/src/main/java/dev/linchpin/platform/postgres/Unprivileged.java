package dev.linchpin.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// How to run a program that refuses to run as root.
final class Unprivileged {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private Unprivileged() {}

  /// What to put in front of the command; nothing for an ordinary user.
  static List<String> prefix(Path home) throws IOException {
    if (!Objects.equals(System.getProperty("user.name"), "root")) {
      return List.of();
    }
    if (works(NAMESPACE)) {
      return NAMESPACE;
    }
    if (works(NOBODY)) {
      return NOBODY;
    }
    throw new IllegalStateException(
        "PostgreSQL does not run as root. Start Linchpin as an ordinary user, or use --db; the home"
            + " is "
            + home
            + ".");
  }

  /// Gives the home to the user the program runs as.
  static void own(List<String> prefix, Path home) throws IOException {
    if (prefix.equals(NOBODY)) {
      new ProcessBuilder("chown", "-R", "65534:65534", home.toString()).start().onExit().join();
    }
  }

  private static boolean works(List<String> prefix) throws IOException {
    var command = new java.util.ArrayList<>(prefix);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
