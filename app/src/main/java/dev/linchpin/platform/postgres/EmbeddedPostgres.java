package dev.linchpin.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/*
 * PostgreSQL runs as a child process. A shell between us and it holds the other end of a pipe: when
 * this JVM ends in whatever way, the pipe closes and the shell stops PostgreSQL, so that even a
 * killed JVM leaves no orphan. `setsid` keeps Ctrl-C from stopping the database before us.
 *
 * PostgreSQL refuses to run as root. Then it is started in a user namespace of its own (`unshare
 * -U`), where root is nobody; where that is not allowed, under the user `nobody`.
 *
 * Looks wrong, is right: a stale postmaster.pid is removed before the start, because readiness is
 * read from that file and a stale one says "ready". It is removed only when its process is gone or
 * is not a PostgreSQL on this very folder.
 */

/// The embedded PostgreSQL of one home: durable (fsync on), on loopback, with a password.
public final class EmbeddedPostgres implements JdbcAddress.Held {
  private static final int START_SECONDS_MAX = 60;
  private static final int STOP_SECONDS_MAX = 30;
  private static final int CONNECTIONS_MAX = 400;
  private static final String USER = "linchpin";
  private static final String UNTIL_PIPE_CLOSES =
      """
      exec 3<&0; "$@" </dev/null & p=$!; cat <&3 >/dev/null; kill -INT $p 2>/dev/null; wait $p\
      """;

  private final Path bin;
  private final Path cluster;
  private final Path home;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final List<String> asWhom;
  private @Nullable Process shell;
  private int port;

  private EmbeddedPostgres(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home);
    this.lockFile =
        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    this.lock = lock();
    this.bin = Binaries.unpack(home.resolve("postgres"));
    this.cluster = home.resolve("db");
    this.asWhom = Unprivileged.prefix(home);
  }

  /// Starts it; on the first start unpacks the binaries and creates the cluster.
  ///
  /// @param home the folder that is, or will be, its own
  /// @throws IllegalStateException with a sentence when it cannot: the folder is in use, no start
  public static EmbeddedPostgres start(Path home) {
    try {
      var postgres = new EmbeddedPostgres(home.toAbsolutePath().normalize());
      postgres.create();
      postgres.launch();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Address of the one that runs on this home already, for commands beside a running server.
  public static @Nullable JdbcAddress running(Path home) {
    Path cluster = home.toAbsolutePath().normalize().resolve("db");
    PidFile pid = PidFile.read(cluster);
    Path password = home.resolve("db-password");
    if (pid == null || !pid.alive() || !Files.exists(password)) {
      return null;
    }
    return address(pid.port(), read(password));
  }

  @Override
  public JdbcAddress address() {
    return address(port, read(passwordFile()));
  }

  @Override
  public void close() {
    try {
      if (shell != null) {
        shell.getOutputStream().close();
        if (!shell.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
          shell.destroyForcibly();
        }
      }
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JdbcAddress address(int port, String password) {
    return new JdbcAddress("jdbc:postgresql://127.0.0.1:" + port + "/linchpin", USER, password);
  }

  private FileLock lock() throws IOException {
    try {
      FileLock got = lockFile.tryLock();
      if (got != null) {
        return got;
      }
    } catch (OverlappingFileLockException e) {
      // said below, with the same words
    }
    throw new IllegalStateException(
        "Another Linchpin runs on %s. Stop it first, or name another folder with --data."
            .formatted(home));
  }

  private void create() throws IOException {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    Files.writeString(passwordFile(), freshPassword());
    Unprivileged.own(asWhom, home);
    run(
        "initdb",
        "-D",
        cluster.toString(),
        "-U",
        USER,
        "-E",
        "UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C.UTF-8",
        "-A",
        "scram-sha-256",
        "--pwfile=" + passwordFile());
  }

  private void launch() throws IOException {
    PidFile left = PidFile.read(cluster);
    if (left != null && left.alive()) {
      run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast");
    }
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    port = freePort();
    shell =
        new ProcessBuilder(serverCommand())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(home.resolve("postgres.log").toFile()))
            .start();
    awaitReady(shell);
    Databases.createIfMissing(address());
  }

  private List<String> serverCommand() {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", UNTIL_PIPE_CLOSES, "sh"));
    command.addAll(asWhom);
    command.addAll(List.of(bin.resolve("postgres").toString(), "-D", cluster.toString()));
    command.addAll(List.of("-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "unix_socket_directories="));
    command.addAll(List.of("-c", "max_connections=" + CONNECTIONS_MAX));
    return command;
  }

  private void awaitReady(Process process) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (System.nanoTime() < deadline && process.isAlive()) {
      PidFile pid = PidFile.read(cluster);
      if (pid != null && pid.ready()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException(
        "The embedded PostgreSQL did not start. Its log says why: %s."
            .formatted(home.resolve("postgres.log")));
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(asWhom);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path log = home.resolve(program + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("%s failed. Its log says why: %s.".formatted(program, log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path passwordFile() {
    return home.resolve("db-password");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String freshPassword() {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
