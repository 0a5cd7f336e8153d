package dev.linchpin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server.
@Command(
    name = "serve",
    description = "Starts Linchpin and prints its address and how to sign in.",
    mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  /// Not an exit code: the server runs.
  static final int GOES_ON = -1;

  private final Class<?> application;

  @Option(names = "--port", defaultValue = "8080", description = "port (${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder for everything it keeps (data)")
  @Nullable Path data;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "an own PostgreSQL: postgresql://user:password@host:5432/name")
  @Nullable String db;

  @Option(names = "--empty", description = "without the sample organisation")
  boolean empty;

  Serve(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", port);
    settings.put("linchpin.data", Home.of(data).toString());
    settings.put("linchpin.sample", !empty);
    if (db != null) {
      settings.put("linchpin.db", db);
    }
    System.out.println("Starting Linchpin. The first start takes half a minute.");
    var spring = new SpringApplication(application);
    spring.setDefaultProperties(settings);
    spring.setLogStartupInfo(false);
    try {
      spring.run();
      return GOES_ON;
    } catch (RuntimeException problem) {
      throw new IllegalStateException(said(problem), problem);
    }
  }

  /// The sentence, and where the rest is: a log on the console would bury it.
  private String said(RuntimeException problem) {
    Path details = Home.of(data).resolve("start-failure.log");
    var trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    try {
      Files.createDirectories(details.getParent());
      Files.writeString(details, trace.toString());
      return Failure.of(problem) + " The details are in " + details + ".";
    } catch (IOException e) {
      return Failure.of(problem);
    }
  }
}
