package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class SignInTests {
  @Autowired ApplicationContext context;
  TestAccounts accounts;

  @BeforeEach
  void accounts() {
    accounts = TestAccounts.in(context);
    accounts.forgetTries();
    accounts.account(Role.ADMIN); // there is an account, so nothing is left to set up
  }

  @Test
  void aStrangerIsSentToTheSignInPageAndBackToThePageAskedFor() {
    Who asa = accounts.account(Role.SME);
    Browser browser = accounts.anonymous();

    HttpResponse<String> asked = browser.get("/projects/NET?part=risks");
    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(location(asked)).endsWith("/sign-in?to=%2Fprojects%2FNET%3Fpart%3Drisks");

    assertThat(browser.get("/sign-in?to=%2Fprojects%2FNET%3Fpart%3Drisks").body())
        .contains("value=\"/projects/NET?part=risks\"");
    HttpResponse<String> signedIn = signIn(browser, asa.email(), "/projects/NET?part=risks");
    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(location(signedIn)).endsWith("/projects/NET?part=risks");
  }

  @Test
  void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() {
    Who asa = accounts.account(Role.SME);

    HttpResponse<String> unknown = tryWith("nobody@example.org", "wrong horse wrong battery");
    HttpResponse<String> wrong = tryWith(asa.email(), "wrong horse wrong battery");

    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(problem(unknown)).isEqualTo(problem(wrong)).contains("do not match an account");
  }

  @Test
  void signInGivesANewSessionWhateverCookieCameAlong() {
    Who asa = accounts.account(Role.SME);
    Browser first = accounts.signedIn(asa);
    String before = first.cookie();

    first.signIn(asa.email(), TestAccounts.PASSWORD);

    assertThat(first.cookie()).isNotEqualTo(before);
    HttpResponse<String> old =
        accounts.anonymous().send(first.request("/").header("Cookie", before).GET());
    assertThat(old.statusCode()).isEqualTo(302);
  }

  @Test
  void afterSignOutTheSessionIsGone() {
    Browser browser = accounts.signedIn(Role.SME);
    String cookie = browser.cookie();
    assertThat(browser.get("/").statusCode()).isEqualTo(200);

    assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);

    HttpResponse<String> after =
        accounts.anonymous().send(browser.request("/").header("Cookie", cookie).GET());
    assertThat(after.statusCode()).isEqualTo(302);
  }

  @Test
  void theSixthWrongTryHasToWaitAndTheOwnerElsewhereHasNot() {
    Who asa = accounts.account(Role.SME);
    for (int i = 0; i < Brake.PAIR_TRIES; i++) {
      assertThat(tryWith(asa.email(), "wrong horse wrong battery").statusCode()).isEqualTo(422);
    }

    HttpResponse<String> late = tryWith(asa.email(), TestAccounts.PASSWORD);

    assertThat(late.statusCode()).isEqualTo(429);
    assertThat(late.headers().firstValue("Retry-After")).isPresent();
    assertThat(late.body()).contains("Too many tries failed.");
    SignIn.Result elsewhere =
        context.getBean(SignIn.class).attempt(asa.email(), TestAccounts.PASSWORD, "192.0.2.77");
    assertThat(elsewhere).isInstanceOf(SignIn.Result.Right.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "evil.example",
        ""
      })
  void afterSignInNobodyIsSentToAnotherSite(String to) {
    Who asa = accounts.account(Role.SME);

    assertThat(location(signIn(accounts.anonymous(), asa.email(), to))).isEqualTo("/");
  }

  @Test
  void aFormWithoutOurTokenChangesNothing() {
    Browser browser = accounts.signedIn(Role.SME);

    HttpResponse<String> refused = browser.postBare("/me", Map.of("name", "Mallory"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Nothing was changed.");
    assertThat(browser.get("/me").body()).doesNotContain("Mallory");
  }

  @Test
  void everyAnswerCarriesTheHeadersThatBrowsersGuardWith() {
    Browser browser = accounts.anonymous();

    for (String path : new String[] {"/sign-in", "/setup/wrong", "/nowhere", "/api/v1/nowhere"}) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().map())
          .as(path)
          .containsEntry("X-Content-Type-Options", List.of("nosniff"))
          .containsEntry("Referrer-Policy", List.of("same-origin"))
          .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
          .containsEntry("Cross-Origin-Resource-Policy", List.of("same-origin"))
          .containsKey("Content-Security-Policy")
          .doesNotContainKey("Strict-Transport-Security");
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
    assertThat(accounts.signedIn(Role.SME).get("/").headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
  }

  @Test
  void anUnknownApiAddressAndAMissingTokenAreToldAsProblems() {
    HttpResponse<String> stranger = accounts.anonymous().get("/api/v1/openapi.json");

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(stranger.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(accounts.signedIn(Role.SME).get("/api/v1/nowhere").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> tryWith(String email, String password) {
    return accounts
        .anonymous()
        .post("/sign-in", Map.of("email", email, "password", password, "to", "/"));
  }

  private static HttpResponse<String> signIn(Browser browser, String email, String to) {
    return browser.post(
        "/sign-in", Map.of("email", email, "password", TestAccounts.PASSWORD, "to", to));
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.body().replaceAll("(?s).*There is a problem</h2>(.*?)</ul>.*", "$1");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
