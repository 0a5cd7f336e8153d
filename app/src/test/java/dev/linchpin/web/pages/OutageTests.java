package dev.linchpin.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linchpin.look.SampleServer;
import dev.linchpin.platform.postgres.Databases;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTests {
  private static final Duration RECOVERY = Duration.ofSeconds(10);

  @Test
  void whileTheDatabaseIsAwayAPageSaysSoAndAfterwardsAllIsWell() throws Exception {
    try (SampleServer server = SampleServer.start(false)) {
      server.makeAdmin();
      allow(server, false);

      for (String path : new String[] {"/", "/sign-in"}) {
        assertThat(get(server, path)).startsWith("503").contains("cannot reach its database", "Id");
      }
      assertThat(get(server, "/api/v1/answers?q=x")).startsWith("503 {");

      allow(server, true);
      await()
          .atMost(RECOVERY)
          .untilAsserted(() -> assertThat(get(server, "/sign-in")).startsWith("200"));
    }
  }

  private static String get(SampleServer server, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(server.address() + path))
              .header("Cookie", "linchpin=nobody")
              .header("Authorization", path.startsWith("/api") ? "Bearer nothing" : "")
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  private static void allow(SampleServer server, boolean allowed) throws SQLException {
    JdbcAddress address = server.application().getBean(JdbcAddress.Held.class).address();
    String name = address.url().replaceFirst("^.*/([^/?]+).*$", "$1");
    try (Connection connection = Databases.maintenance(address);
        Statement statement = connection.createStatement()) {
      statement.execute("alter database " + name + " with allow_connections " + allowed);
      if (!allowed) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + name
                + "'");
      }
    }
  }
}
