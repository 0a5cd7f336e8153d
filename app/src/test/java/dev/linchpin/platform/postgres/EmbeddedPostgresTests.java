package dev.linchpin.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
  @TempDir Path home;

  @Test
  void whatWasWrittenIsThereAfterARestart() throws Exception {
    try (var first = EmbeddedPostgres.start(home)) {
      execute(first.address(), "create table kept (n int); insert into kept values (42)");
    }
    try (var second = EmbeddedPostgres.start(home)) {
      assertThat(number(second.address(), "select n from kept")).isEqualTo(42);
    }
  }

  @Test
  void nothingAcknowledgedIsGivenUpForSpeed() throws Exception {
    try (var postgres = EmbeddedPostgres.start(home)) {
      assertThat(text(postgres.address(), "show fsync")).isEqualTo("on");
      assertThat(text(postgres.address(), "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void aSecondOneOnTheSameHomeIsToldSo() {
    try (var first = EmbeddedPostgres.start(home)) {
      assertThat(first.address().url()).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedPostgres.start(home))
          .hasMessageContaining("Another Linchpin runs on")
          .hasMessageContaining("--data");
    }
  }

  @Test
  void aCommandBesideTheServerFindsIt() {
    assertThat(EmbeddedPostgres.running(home)).isNull();
    try (var postgres = EmbeddedPostgres.start(home)) {
      assertThat(EmbeddedPostgres.running(home)).isEqualTo(postgres.address());
    }
    assertThat(EmbeddedPostgres.running(home)).isNull();
  }

  @Test
  void aKilledProgramLeavesNoDatabaseBehind() throws Exception {
    Process program = HoldsOne.start(home);
    PidFile pid = await().atMost(Duration.ofMinutes(1)).until(this::ready, file -> file != null);

    program.destroyForcibly().waitFor();

    await().atMost(Duration.ofMinutes(1)).until(() -> !alive(pid));
    try (var next = EmbeddedPostgres.start(home)) {
      assertThat(number(next.address(), "select 1")).isEqualTo(1);
    }
  }

  @Test
  void aPidFileOfSomeOtherProcessDoesNotMatter() throws Exception {
    try (var first = EmbeddedPostgres.start(home)) {
      assertThat(first.address().user()).isEqualTo("linchpin");
    }
    long other = ProcessHandle.current().pid();
    Files.write(
        home.resolve("db/postmaster.pid"),
        List.of("" + other, "x", "0", "5432", "", "", "", "ready"));
    try (var next = EmbeddedPostgres.start(home)) {
      assertThat(number(next.address(), "select 1")).isEqualTo(1);
    }
  }

  private @Nullable PidFile ready() {
    PidFile file = PidFile.read(home.resolve("db"));
    return file != null && file.ready() ? file : null;
  }

  private static boolean alive(@Nullable PidFile file) {
    return file != null && file.alive();
  }

  private static void execute(JdbcAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(JdbcAddress address, String sql) throws SQLException {
    return Integer.parseInt(text(address, sql));
  }

  private static String text(JdbcAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(JdbcAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  /// A program that starts a database and waits to be killed.
  static final class HoldsOne {
    public static void main(String[] args) throws Exception {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
      System.out.println(postgres.address());
      new java.util.concurrent.CountDownLatch(1).await();
    }

    static Process start(Path home) throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              HoldsOne.class.getName(),
              home.toString())
          .redirectErrorStream(true)
          .redirectOutput(home.resolve("program.log").toFile())
          .start();
    }
  }
}
