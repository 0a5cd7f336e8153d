package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.linchpin.look.SampleServer;
import dev.linchpin.look.Samples;
import dev.linchpin.look.Visit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The first honest answer, as a newcomer gets it: from the address that the start prints to the
/// promise that is kept.
class PathTests {
  private static final double FORECAST_WAIT_MS = 60_000;

  /// A far date is told as a week, which is a little surer than 8 in 10.
  private static final Pattern LIKELY = Pattern.compile("The chance is about [89] in 10");

  @Test
  void aNewcomerGetsFromTheSetUpAddressToAKeptPromise() {
    try (SampleServer server = SampleServer.start(false);
        Visit visit = Visit.wide(server)) {
      walk(visit, server.setup());
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void theSamePathNeedsNoScript() {
    try (SampleServer server = SampleServer.start(false);
        Visit visit = Visit.withoutScript(server)) {
      walk(visit, server.setup());
    }
  }

  private static void walk(Visit visit, String setup) {
    Page page = visit.page();
    setUp(page, setup);

    Samples.uploadPlan(visit);
    assertThat(page.locator("h1")).containsText("badges.csv");
    page.getByLabel("Name of a new project").fill("Door badges");
    page.getByLabel("Key of a new project").fill("DOOR");
    button(page, "Save the plan").click();
    assertThat(page.locator("h1")).containsText("Door badges");

    Samples.uploadTickets(visit);
    button(page, "Keep these tickets").click();
    assertThat(page.locator("main")).containsText("INC9000003");

    waitForForecast(page);
    page.getByLabel("Ask: when, who, what?").fill("door bagdes");
    page.keyboard().press("Enter");
    page.locator("main")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Door badges"))
        .first()
        .click();
    assertThat(page.locator("h1")).hasText("Door badges");
    assertThat(page.locator(".sentence").first()).containsText(LIKELY);

    page.getByLabel("Whom did you tell?").fill("Mia in Sales");
    page.getByLabel("Phone").check();
    button(page, "I told them").click();
    assertThat(page.locator("main")).containsText("Who was told");
    assertThat(page.locator("main")).containsText("Mia in Sales");
  }

  private static void setUp(Page page, String setup) {
    page.navigate(setup);
    page.locator("#organisation").fill("Sample works");
    page.locator("#name").fill(SampleServer.NAME);
    page.locator("#email").fill(SampleServer.EMAIL);
    page.locator("#password").fill(SampleServer.PASSWORD);
    page.locator("main form button").first().click();
    assertThat(page.getByLabel("Ask: when, who, what?")).isVisible();
  }

  /// The forecast is made by a job; the card says so until it is there.
  private static void waitForForecast(Page page) {
    page.navigate("/p/DOOR");
    Locator sentence = page.locator(".sentence").first();
    double waited = 0;
    while (!LIKELY.matcher(sentence.innerText()).find() && waited < FORECAST_WAIT_MS) {
      page.waitForTimeout(500);
      waited += 500;
      page.reload();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}
