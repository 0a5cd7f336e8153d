package dev.linchpin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ask and the answer card on the sample organisation, under load by `wrk`.
final class AskBench {
  private static final List<String> PATHS =
      List.of(
          "/api/v1/answers?q=network", "/api/v1/answers?q=netwrok%20upgrde", "/api/v1/answers/NET");
  private static final String SECONDS = "10s";
  private static final String CONNECTIONS = "4";

  private AskBench() {}

  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory("linchpin-ask-");
    try (Server server = Server.start(data)) {
      String token = token(data);
      for (String path : PATHS) {
        wrk(server, path, token, "3s"); // warms up
        System.out.println("path=" + path + "\n" + wrk(server, path, token, SECONDS));
      }
      System.out.println("rss_mb=" + server.residentMegabytes());
    }
  }

  private static String token(Path data) throws IOException {
    return output(
            "bin/linchpin",
            "token",
            "create",
            "bench",
            "--role",
            "admin",
            "--data",
            data.toString())
        .strip();
  }

  private static String wrk(Server server, String path, String token, String time)
      throws IOException {
    return output(
        "wrk",
        "-t1",
        "-c" + CONNECTIONS,
        "-d" + time,
        "--latency",
        "-H",
        "Authorization: Bearer " + token,
        server.address(path));
  }

  private static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
