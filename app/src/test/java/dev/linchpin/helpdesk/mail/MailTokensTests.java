package dev.linchpin.helpdesk.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.linchpin.TestDatabases;
import dev.linchpin.platform.Secrets;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mail server that takes tokens alone, and where they are had: both real, on this machine.
class MailTokensTests {
  private static final String BOX = "tokens@lakeside.example";

  private final JdbcClient sql = TestDatabases.sql();
  private final List<String> asked = new ArrayList<>();
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  @TempDir Path home;
  private HttpServer endpoint;
  private MailTokens tokens;
  private Instant now = Instant.parse("2027-03-01T09:00:00Z");
  private int status = 200;
  private String answer = good("one", "second");

  @BeforeEach
  void start() throws Exception {
    mail.start();
    mail.setUser(BOX, BOX, "one");
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext(
        "/token",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    endpoint.start();
    tokens = new MailTokens(sql, new Secrets("key", home), new Zone(new Settings(sql), () -> now));
  }

  @AfterEach
  void stop() {
    endpoint.stop(0);
    mail.stop();
  }

  private static String good(String token, String refresh) {
    return """
    {"token_type":"Bearer","access_token":"%s","expires_in":3600,"refresh_token":"%s"}\
    """
        .formatted(token, refresh);
  }

  private MailGrant grant(String refresh) {
    String address = "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/token";
    return new MailGrant(address, "linchpin", "mail read", "s&cret", refresh);
  }

  private MailServer server(int port, MailGrant grant) {
    return new MailServer("127.0.0.1", port, Security.NONE, BOX, "", grant);
  }

  private void readWith(MailGrant grant) throws MessagingException {
    try (Store store = ImapReader.connect(server(mail.getImap().getPort(), grant), tokens)) {
      assertThat(store.getFolder("INBOX").exists()).isTrue();
    }
  }

  @Test
  void oneTokenSignsInUntilShortlyBeforeItsEndAndTheNewestRefreshTokenIsSentThen()
      throws Exception {
    readWith(grant("first"));
    readWith(grant("first"));
    assertThat(asked)
        .containsExactly(
            "client_id=linchpin&client_secret=s%26cret&scope=mail+read"
                + "&grant_type=refresh_token&refresh_token=first");

    now = now.plus(Duration.ofMinutes(56));
    mail.setUser(BOX, BOX, "two");
    answer = "{\"access_token\":\"two\",\"expires_in\":3600}";
    readWith(grant("first"));
    now = now.plus(Duration.ofMinutes(56));
    readWith(grant("first"));

    assertThat(asked).hasSize(3);
    assertThat(asked.subList(1, 3)).allSatisfy(one -> assertThat(one).endsWith("=second"));
  }

  @Test
  void theApplicationItselfAsksWithItsSecretAndMailGoesOut() throws Exception {
    MailServer server = server(mail.getSmtp().getPort(), grant(""));
    Session session = Session.getInstance(server.properties("smtp"));
    try (Transport transport = session.getTransport("smtp")) {
      MailSender.connect(transport, server, tokens);
      assertThat(transport.isConnected()).isTrue();
    }

    assertThat(asked).singleElement().asString().endsWith("&grant_type=client_credentials");
  }

  @Test
  void aTokenThatIsNotTakenIsHadAnew() throws Exception {
    answer = good("old", "");
    assertThatThrownBy(() -> readWith(grant(""))).isInstanceOf(AuthenticationFailedException.class);
    answer = good("one", "");

    readWith(grant(""));

    assertThat(asked).hasSize(2);
  }

  @Test
  void whatTheEndpointSaysIsSaidToTheAdmin() {
    MailServer server = server(1, grant(""));
    status = 401;
    answer = "{\"error\":\"invalid_client\",\"error_description\":\"The secret ended.\"}";
    assertThat(said(server)).isEqualTo("127.0.0.1 gave no token (401). The secret ended.");
    answer = "<html>No</html>";
    assertThat(said(server)).contains("Look at the address of the token.");
    status = 200;
    answer = "{}";
    assertThat(said(server)).isEqualTo("127.0.0.1 gave no token. Look at what you entered.");
    endpoint.stop(0);
    assertThat(said(server)).startsWith("Nobody answers at 127.0.0.1.");
  }

  private String said(MailServer server) {
    try {
      ImapReader.connect(server, tokens).close();
      return "";
    } catch (MessagingException no) {
      return MailTrouble.words(no, server);
    }
  }

  @Test
  void nobodyReadsATokenInTheDatabase() throws Exception {
    readWith(grant("first"));

    String kept =
        sql.sql(
                """
                select grant_key || encode(token, 'escape') || encode(refresh, 'escape')
                  from helpdesk.mail_token\
                """)
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain("one", "second", "s&cret", "linchpin");
  }

  @Test
  void aTokenIsAskedForOverTlsAlone() {
    for (String wrong : List.of("http://login.example.org/t", "login", "https://a:b@c/t", "")) {
      assertThatThrownBy(() -> new MailGrant(wrong, "id", "", "secret", ""))
          .as(wrong)
          .hasMessageContaining("beginning with https://");
    }
    assertThat(new MailGrant("https://login.example.org/t", "id", "", "secret", "").toString())
        .doesNotContain("secret");
  }
}
