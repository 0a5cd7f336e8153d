package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.linchpin.look.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketKeysTests {
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
  void jAndKGoThroughTheRowsXChoosesAndEnterOpens() {
    page.navigate("/tickets");
    Locator rows = page.locator("tr[data-row]");
    press("j", "j", "j", "k", "x");

    assertThat(rows.nth(1)).hasClass(java.util.regex.Pattern.compile(".*here.*"));
    assertThat(rows.nth(1).locator("input[type=checkbox]")).isChecked();
    assertThat(page.locator("[data-chosen]")).hasText("1 ticket chosen:");
    String address = rows.nth(1).locator("a").getAttribute("href");
    press("e");
    page.waitForURL("**" + address);
    org.assertj.core.api.Assertions.assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void cLeadsToANewTicketAndEnterSavesAndOpensIt() {
    page.navigate("/tickets");
    press("c");
    page.waitForURL("**/tickets/new");
    assertThat(page.locator("#caller")).isFocused();
    page.keyboard().type("Ruth Adler");
    press("Tab");
    page.keyboard().type("The scanner hums");
    press("Enter");

    page.waitForURL("**/t/*");
    assertThat(page.locator("h1")).hasText("The scanner hums");
    assertThat(page.locator(".side").getByText("Ruth Adler").first()).isVisible();

    press("a");
    assertThat(page.locator("#assign")).isFocused();
    page.keyboard().type("Keiko Mori");
    press("Enter");
    assertThat(page.locator(".sentence").first()).containsText("Keiko Mori has it.");
    press("u");
    assertThat(page.locator(".sentence").first()).containsText("Nobody has it.");
    press(".");
    assertThat(page.getByText("Wait for a vendor").first()).isVisible();
  }

  /// Keys are heard once the page has its script.
  private void press(String... keys) {
    page.waitForLoadState();
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }
}
