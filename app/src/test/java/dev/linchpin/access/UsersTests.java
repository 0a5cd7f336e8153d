package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.linchpin.LinchpinTest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class UsersTests {
  private static final Pattern INVITATION = Pattern.compile("/invitation/[\\w-]{43}");
  private static final Pattern TOKEN = Pattern.compile("lp_pat_\\w{46}");

  @Autowired ApplicationContext context;
  @Autowired JdbcClient sql;
  TestAccounts accounts;

  @BeforeEach
  void accounts() {
    accounts = TestAccounts.in(context);
    accounts.forgetTries();
  }

  @Test
  void anInvitationSetsThePasswordOnceAndSignsIn() {
    Browser admin = accounts.signedIn(Role.ADMIN);
    HttpResponse<String> added =
        admin.post(
            "/admin/users",
            Map.of("name", "Bo Ek", "email", "bo.ek@example.org", "roles", "HELP_DESK_AGENT"));
    String invitation = found(INVITATION, added.body());

    Browser bo = accounts.anonymous();
    assertThat(bo.get(invitation).body()).contains("Hello Bo Ek");
    assertThat(bo.post(invitation, Map.of("password", "too short")).statusCode()).isEqualTo(422);
    assertThat(bo.post(invitation, Map.of("password", TestAccounts.PASSWORD)).statusCode())
        .isEqualTo(303);
    assertThat(bo.get("/me").body()).contains("Help desk agent");
    assertThat(accounts.anonymous().get(invitation).statusCode()).isEqualTo(404);
    accounts.anonymous().signIn("bo.ek@example.org", TestAccounts.PASSWORD);
  }

  @Test
  void aNewInvitationEndsTheOlderOne() {
    Browser admin = accounts.signedIn(Role.ADMIN);
    Who asa = accounts.account(Role.SME);
    String path = "/admin/users/" + asa.account() + "/invitation";

    String first = found(INVITATION, admin.post(path, Map.of()).body());
    String second = found(INVITATION, admin.post(path, Map.of()).body());

    assertThat(accounts.anonymous().get(first).statusCode()).isEqualTo(404);
    assertThat(accounts.anonymous().get(second).statusCode()).isEqualTo(200);
  }

  @Test
  void twoAccountsCannotShareAnAddress() {
    Browser admin = accounts.signedIn(Role.ADMIN);
    Who asa = accounts.account(Role.SME);

    HttpResponse<String> again =
        admin.post(
            "/admin/users",
            Map.of(
                "name", "Another", "email", asa.email().toUpperCase(Locale.ROOT), "roles", "SME"));

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("This address has an account already.");
  }

  @Test
  void disablingAnAccountEndsItsSessionsAndItsTokens() {
    Browser admin = accounts.signedIn(Role.ADMIN);
    Who asa = accounts.account(Role.SME);
    Browser browser = accounts.signedIn(asa);
    String token = found(TOKEN, browser.post("/me/tokens", Map.of("token", "script")).body());
    assertThat(browser.get("/me").statusCode()).isEqualTo(200);

    admin.post("/admin/users/" + asa.account(), Map.of("roles", "SME"));

    assertThat(browser.get("/me").statusCode()).isEqualTo(302);
    assertThat(withToken(token).statusCode()).isEqualTo(401);
    assertThat(
            sql.sql("select count(*) from access.spring_session where principal_name = :id")
                .param("id", asa.account().toString())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aRoleWorksFromTheNextRequestOn() {
    Browser admin = accounts.signedIn(Role.ADMIN);
    Who asa = accounts.account(Role.SME);
    Browser browser = accounts.signedIn(asa);
    assertThat(browser.get("/admin/audit").statusCode()).isEqualTo(403);

    admin.post("/admin/users/" + asa.account(), Map.of("roles", "AUDITOR", "enabled", "true"));

    assertThat(browser.get("/admin/audit").statusCode()).isEqualTo(200);
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndSignsOutElsewhere() {
    Who asa = accounts.account(Role.SME);
    Browser here = accounts.signedIn(asa);
    Browser elsewhere = accounts.signedIn(asa);
    String fresh = "nine owls in a barn";

    assertThat(here.post("/me/password", Map.of("old", "wrong", "password", fresh)).statusCode())
        .isEqualTo(422);
    assertThat(
            here.post("/me/password", Map.of("old", TestAccounts.PASSWORD, "password", fresh))
                .statusCode())
        .isEqualTo(303);

    assertThat(here.get("/me").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
    accounts.anonymous().signIn(asa.email(), fresh);
  }

  @Test
  void anApiTokenIsSentAsBearerAndARevokedOneIsRefusedInWords() {
    Browser browser = accounts.signedIn(Role.SME);
    String token = found(TOKEN, browser.post("/me/tokens", Map.of("token", "script")).body());
    assertThat(withToken(token).statusCode()).isEqualTo(200);

    String id = found(Pattern.compile("/me/tokens/[\\w-]+/revocation"), browser.get("/me").body());
    assertThat(browser.post(id, Map.of()).statusCode()).isEqualTo(303);

    HttpResponse<String> refused = withToken(token);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(refused.body()).contains("unknown, revoked or too old");
  }

  @Test
  void theAuditTrailSaysWhoDidWhatAndCannotBeChanged() {
    Browser auditor = accounts.signedIn(Role.AUDITOR);

    assertThat(auditor.get("/admin/audit").body()).contains("signed in");
    assertThat(auditor.get("/admin/users").statusCode()).isEqualTo(403);
    for (String change :
        new String[] {
          "update platform.audit set who = 'nobody'",
          "delete from platform.audit",
          "truncate platform.audit"
        }) {
      assertThat(catchThrowable(() -> sql.sql(change).update()))
          .hasMessageContaining("only ever added to");
    }
  }

  private HttpResponse<String> withToken(String token) {
    Browser program = accounts.anonymous();
    return program.send(
        program.request("/api/v1/openapi.json").header("Authorization", "Bearer " + token).GET());
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }
}
