package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class SignInTests {
  @Autowired ApplicationContext context;
  TestAccounts accounts;

  @BeforeEach
  void accounts() {
    accounts = TestAccounts.in(context);
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
    return answer.body().replaceAll("(?s).*There is a problem</h2>\\s*<p>(.*?)</p>.*", "$1");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
