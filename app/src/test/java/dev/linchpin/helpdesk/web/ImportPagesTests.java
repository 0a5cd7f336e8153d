package dev.linchpin.helpdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class ImportPagesTests {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String FILE =
      """
      number,opened,resolved,assigned to,title,remark,time spent
      W-1,02/11/2026 08:00,02/11/2026 10:00,Web Worker,<script>alert(1)</script>,=1+1,2h
      W-2,03/11/2026 08:00,03/11/2026 10:00,Web Worker,Plain,other,1h
      W-3,06/11/2026 08:00,13/11/2026 10:00,Web Worker,Plain,other,1h
      """;

  @Autowired ApplicationContext context;

  @Test
  void aFileIsGuessedCorrectedConfirmedAndNeverKeptTwice() {
    Browser browser = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    HttpResponse<String> sent = send(browser, FILE);
    assertThat(sent.statusCode()).isEqualTo(303);
    String draft = sent.headers().firstValue("location").orElseThrow();

    String page = browser.get(draft).body();
    assertThat(page).contains("3 tickets read").contains("Nothing is kept yet").contains("2h");
    assertThat(page).doesNotContain("<script>alert(1)");
    assertThat(browser.get("/t/W-1").statusCode()).isEqualTo(404);

    HttpResponse<String> corrected =
        browser.post(draft, Map.of("field TITLE", "5", "dates", "DAY_MONTH_YEAR", "touch", "20"));
    assertThat(corrected.statusCode()).isEqualTo(303);
    assertThat(browser.get(draft).body()).contains("Chosen by hand.");

    assertThat(browser.post(draft + "/confirmation", Map.of()).statusCode()).isEqualTo(303);
    assertThat(browser.get("/tickets?show=all").body()).contains("3 tickets added");
    assertThat(browser.get("/t/W-1").body()).contains("=1+1").contains("2 hours, as booked");
    assertThat(browser.get(draft).statusCode()).isEqualTo(404);

    String again = send(browser, FILE).headers().firstValue("location").orElseThrow();
    assertThat(browser.get(again).body()).contains("Keeping it again changes nothing.");
    browser.post(again + "/confirmation", Map.of());
    assertThat(browser.get("/tickets?show=all&words=W-").body())
        .contains("0 tickets added, 3 brought up to date")
        .contains("&lt;script&gt;alert(1)");
  }

  @Test
  void aFileThatIsNoTableIsAnsweredBesideItsField() {
    Browser browser = TestAccounts.in(context).signedIn(Role.ADMIN);

    HttpResponse<String> answer = send(browser, "number,title\n1,A\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("There is a problem").contains("No column holds dates.");
  }

  @Test
  void whoMayNotImportIsRefusedAndADraftIsItsSendersOnly() {
    TestAccounts accounts = TestAccounts.in(context);
    Browser stakeholder = accounts.signedIn(Role.STAKEHOLDER);
    assertThat(stakeholder.get("/tickets/imports/new").statusCode()).isEqualTo(403);
    assertThat(send(stakeholder, FILE).statusCode()).isEqualTo(403);
    assertThat(stakeholder.get("/tickets").statusCode()).isEqualTo(403);

    String draft =
        send(accounts.signedIn(Role.ADMIN), FILE).headers().firstValue("location").orElseThrow();
    Browser other = accounts.signedIn(Role.PROJECT_MANAGER);
    assertThat(other.get(draft).statusCode()).isEqualTo(404);
    assertThat(other.post(draft + "/confirmation", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void oddAddressesAreNotThereOrTheFirstPage() {
    Browser browser = TestAccounts.in(context).signedIn(Role.ADMIN);

    assertThat(browser.get("/tickets?after=nonsense").statusCode()).isEqualTo(200);
    assertThat(browser.get("/tickets?show=all&words=%27%25_%5C").statusCode()).isEqualTo(200);
    assertThat(browser.get("/t/no-such-number").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> send(Browser browser, String text) {
    String form = browser.get("/help").body();
    Matcher token = TOKEN.matcher(form);
    assertThat(token.find()).isTrue();
    var parts = new LinkedHashMap<String, String>();
    parts.put("name=\"_csrf\"", token.group(1));
    parts.put("name=\"file\"; filename=\"tickets.csv\"\r\nContent-Type: text/csv", text);
    var body = new StringBuilder();
    parts.forEach((head, value) ->
        body.append("--part\r\nContent-Disposition: form-data; ")
            .append(head)
            .append("\r\n\r\n")
            .append(value)
            .append("\r\n"));
    return browser.send(
        browser
            .request("/tickets/imports")
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(BodyPublishers.ofString(body + "--part--\r\n")));
  }
}
