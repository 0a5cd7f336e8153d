package dev.linchpin.cli;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/// What went wrong, as a sentence for whoever typed the command.
final class Failure {
  private Failure() {}

  static String of(Throwable problem) {
    return known(problem)
        .orElseGet(() -> "That did not work: %s.".formatted(firstLine(root(problem))));
  }

  private static Optional<String> known(Throwable problem) {
    return causes(problem).map(Failure::said).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> said(Throwable cause) {
    return switch (cause) {
      case PortInUseException port ->
          Optional.of("Port %d is in use. Choose another: --port N.".formatted(port.getPort()));
      case BindException port -> Optional.of("The port is in use. Choose another: --port N.");
      case SQLException database ->
          Optional.of(
              "The database refused: %s. Check the address after --db and that it runs."
                  .formatted(firstLine(database)));
      case IllegalStateException ours -> sentence(ours);
      case IllegalArgumentException ours -> sentence(ours);
      default -> Optional.empty();
    };
  }

  /// Our own messages are whole sentences; a library's hardly ever is.
  private static Optional<String> sentence(RuntimeException problem) {
    StackTraceElement[] stack = problem.getStackTrace();
    boolean ours = stack.length > 0 && stack[0].getClassName().startsWith("dev.linchpin.");
    return Optional.ofNullable(problem.getMessage()).filter(said -> ours && said.endsWith("."));
  }

  private static Stream<Throwable> causes(Throwable problem) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static Throwable root(Throwable problem) {
    return causes(problem).reduce((first, second) -> second).orElse(problem);
  }

  private static String firstLine(Throwable problem) {
    String message = problem.getMessage();
    String text = message == null ? problem.getClass().getSimpleName() : message;
    return text.lines().findFirst().orElse(text).strip().replaceAll("\\.$", "");
  }
}
