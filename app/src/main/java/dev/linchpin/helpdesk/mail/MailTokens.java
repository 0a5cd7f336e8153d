package dev.linchpin.helpdesk.mail;

import dev.linchpin.platform.Secrets;
import dev.linchpin.platform.Zone;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/*
 * A token is kept, sealed, until shortly before it ends, and shared by all nodes. Some providers
 * give a new refresh token each time and let the old one end after weeks, so the newest is kept,
 * too. A changed grant has another key and begins anew.
 */
/// Tokens for mail servers that take no password, had from where the grant says.
@Component
class MailTokens {
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int ANSWER_MAX = 100_000;

  private final JdbcClient sql;
  private final Secrets secrets;
  private final Zone zone;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();

  MailTokens(JdbcClient sql, Secrets secrets, Zone zone) {
    this.sql = sql;
    this.secrets = secrets;
    this.zone = zone;
  }

  /// No token was had; the message is a sentence for people.
  static final class Refused extends MessagingException {
    private static final long serialVersionUID = 1;

    Refused(String sentence) {
      super(sentence);
    }
  }

  private record Kept(String token, Instant ends, String refresh) {}

  /// Signs in with what a password is for.
  interface SigningIn {
    void with(String password) throws MessagingException;
  }

  /// Signs in with the server's password or a token; one that is not taken is not kept.
  void signIn(MailServer server, SigningIn way) throws MessagingException {
    try {
      way.with(password(server));
    } catch (AuthenticationFailedException no) {
      forget(server);
      throw no;
    }
  }

  private String password(MailServer server) throws MessagingException {
    MailGrant grant = server.grant();
    if (grant == null) {
      return server.password();
    }
    Optional<Kept> kept = kept(grant);
    Instant now = zone.instant();
    Optional<Kept> good = kept.filter(one -> one.ends().isAfter(now.plus(EARLY)));
    return good.isPresent()
        ? good.get().token()
        : fetch(grant, kept.map(Kept::refresh).orElse(""), now);
  }

  private void forget(MailServer server) {
    MailGrant grant = server.grant();
    if (grant != null) {
      sql.sql("update helpdesk.mail_token set ends = 'epoch' where grant_key = :key")
          .param("key", key(grant))
          .update();
    }
  }

  private Optional<Kept> kept(MailGrant grant) {
    return sql.sql(
            """
            select token, ends, refresh from helpdesk.mail_token where grant_key = :key\
            """)
        .param("key", key(grant))
        .query((row, number) ->
            new Kept(
                secrets.open(row.getBytes("token")).orElse(""),
                row.getTimestamp("ends").toInstant(),
                secrets.open(row.getBytes("refresh")).orElse("")))
        .optional()
        .filter(kept -> !kept.token().isEmpty());
  }

  private String fetch(MailGrant grant, String newest, Instant now) throws MessagingException {
    JsonNode answer = ask(grant, newest);
    String token = answer.path("access_token").asString("");
    if (token.isEmpty()) {
      throw new Refused(grant.address().getHost() + " gave no token. Look at what you entered.");
    }
    long seconds = answer.path("expires_in").asLong(USUAL.toSeconds());
    String refresh = answer.path("refresh_token").asString(newest);
    keep(grant, new Kept(token, now.plusSeconds(Math.clamp(seconds, 0, 86_400)), refresh));
    return token;
  }

  private JsonNode ask(MailGrant grant, String newest) throws MessagingException {
    HttpRequest request =
        HttpRequest.newBuilder(grant.address())
            .timeout(WAIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(grant.form(newest)))
            .build();
    String host = grant.address().getHost();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      String text = answer.body();
      JsonNode read = JsonMapper.shared().readTree(text.length() > ANSWER_MAX ? "{}" : text);
      if (answer.statusCode() != 200) {
        String why = read.path("error_description").asString(read.path("error").asString(""));
        throw new Refused(
            "%s gave no token (%d). %s"
                .formatted(host, answer.statusCode(), PlainText.line(why, 300))
                .strip());
      }
      return read;
    } catch (JacksonException no) {
      throw new Refused(host + " gave no token. Look at the address of the token.");
    } catch (IOException away) {
      throw new Refused("Nobody answers at " + host + ". Look at the address of the token.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("Asking for a token was stopped.");
    }
  }

  private void keep(MailGrant grant, Kept kept) {
    sql.sql(
            """
            insert into helpdesk.mail_token (grant_key, token, ends, refresh)
            values (:key, :token, :ends, :refresh)
            on conflict (grant_key) do update
               set token = excluded.token, ends = excluded.ends, refresh = excluded.refresh\
            """)
        .param("key", key(grant))
        .param("token", secrets.seal(kept.token()))
        .param("ends", Timestamp.from(kept.ends()))
        .param("refresh", secrets.seal(kept.refresh()))
        .update();
  }

  /// Says which grant it is, and nothing of it.
  private String key(MailGrant grant) {
    return HexFormat.of().formatHex(secrets.sign("mail grant", grant.text()));
  }
}
