package dev.linchpin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A Linchpin that was started for a measurement, as a user starts it.
final class Server implements AutoCloseable {
  private static final int STOP_SECONDS_MAX = 60;

  private final Process process;
  private final int port;
  private final Duration untilReady;
  private final String setup;

  private Server(Process process, int port, Duration untilReady, String setup) {
    this.process = process;
    this.port = port;
    this.untilReady = untilReady;
    this.setup = setup;
  }

  /// Starts one and waits until it says where it is.
  static Server start(Path data) throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder("bin/linchpin", "--port", "" + port, "--data", data.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.strip().startsWith("http://")) {
        var took = Duration.ofNanos(System.nanoTime() - begun);
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
        return new Server(process, port, took, line.strip());
      }
    }
    throw new IOException("Linchpin did not start.");
  }

  Duration untilReady() {
    return untilReady;
  }

  /// The one-time address of the first start.
  String setup() {
    return setup;
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  /// Time to the first answer of a page.
  Duration first(String path) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (var client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.discarding());
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// Resident memory of the server's process, without PostgreSQL, in MiB.
  long residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
