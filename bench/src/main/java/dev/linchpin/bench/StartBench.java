package dev.linchpin.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Cold start with the sample organisation, warm start, memory after start, size of the jar.
final class StartBench {
  private static final int WARM_STARTS = 3;

  private StartBench() {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("linchpin-start-");
    try (Server cold = Server.start(data)) {
      print("cold", cold);
    }
    for (int i = 0; i < WARM_STARTS; i++) {
      try (Server warm = Server.start(data)) {
        print("warm", warm);
      }
    }
    long jar = Files.size(Path.of("app/target/linchpin-exec.jar"));
    System.out.printf("jar_mb=%.1f%n", jar / 1e6);
  }

  private static void print(String kind, Server server) throws Exception {
    long afterStart = server.residentMegabytes();
    Duration page = server.first("/sign-in");
    System.out.printf(
        "start=%s until_ready_ms=%d first_page_ms=%d rss_mb=%d%n",
        kind, server.untilReady().toMillis(), page.toMillis(), afterStart);
  }
}
