package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.linchpin.look.Visit;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuggestionTests {
  private final Visit visit = Visit.wide(SampleOrganisation.server());
  private final Page page = visit.page();

  @BeforeEach
  void signIn() {
    visit.signIn();
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void whileAnAgentTypesWhatIsKnownComesUpAndOneClickBeginsTheAnswerWithIt() {
    page.navigate("/tickets/new");
    page.locator("#title").pressSequentially("Wireless breaks off on floor 3");

    Locator known = page.locator("#similar .similar").first();
    assertThat(known).containsText("Wireless network breaks off on floor 3");
    known.getByText("Save and answer with this").click();

    page.waitForURL("**/t/**");
    assertThat(page.locator("h1")).hasText("Wireless breaks off on floor 3");
    assertThat(page.locator("#text")).hasValue(Pattern.compile("Use the cable.*"));
  }

  @Test
  void aTicketSaysByItselfWhetherThisWasThereBefore() {
    page.navigate("/tickets/new");
    page.locator("#title").fill("Printers of floor 2 say offline");
    page.keyboard().press("Enter");
    page.waitForURL("**/t/*");

    assertThat(page.locator(".similar").first()).containsText("Printers of a floor say offline");
    page.locator(".similar").first().getByText("Put it into the answer").click();
    assertThat(page.locator("#text")).hasValue(Pattern.compile("Switch it off"));
    Assertions.assertThat(visit.complaints()).isEmpty();
  }
}
