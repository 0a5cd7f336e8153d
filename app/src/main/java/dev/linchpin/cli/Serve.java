package dev.linchpin.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server.
@Command(name = "serve", description = "Starts Linchpin and prints its address.")
final class Serve implements Callable<Integer> {
  /// Not an exit code: the server runs.
  static final int GOES_ON = -1;

  private final Class<?> application;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on: ${DEFAULT-VALUE}")
  int port;

  @Option(names = "--data", defaultValue = "data", description = "Folder for everything it keeps")
  Path data = Path.of("data");

  @Option(names = "--db", description = "An own PostgreSQL: postgresql://user:password@host/name")
  @Nullable String db;

  @Option(names = "--empty", description = "Without the sample organisation")
  boolean empty;

  Serve(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("linchpin.data", data.toAbsolutePath().normalize().toString());
    settings.put("linchpin.sample", !empty);
    if (db != null) {
      settings.put("linchpin.db", db);
    }
    var spring = new SpringApplication(application);
    spring.setDefaultProperties(settings);
    spring.run();
    return GOES_ON;
  }
}
