package dev.linchpin.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's `postmaster.pid`: process, port, and whether it takes connections.
record PidFile(Path cluster, long pid, int port, boolean ready) {
  static @Nullable PidFile read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      if (lines.size() < 4) {
        return null;
      }
      return new PidFile(
          cluster,
          Long.parseLong(lines.get(0).strip()),
          Integer.parseInt(lines.get(3).strip()),
          lines.size() > 7 && lines.get(7).strip().equals("ready"));
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }

  /// Whether its process lives and is a PostgreSQL on this very folder, not another that got its
  /// number.
  boolean alive() {
    if (ProcessHandle.of(Math.abs(pid)).filter(ProcessHandle::isAlive).isEmpty()) {
      return false;
    }
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/" + Math.abs(pid) + "/cmdline"));
      return new String(line, StandardCharsets.UTF_8).contains(cluster.toString());
    } catch (IOException e) {
      return !Files.isDirectory(Path.of("/proc/self"));
    }
  }
}
