package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.linchpin.look.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysTests {
  private final Visit visit = Visit.wide(SampleOrganisation.server());
  private final Page page = visit.page();
  private final Locator ask = page.getByLabel("Ask: when, who, what?");

  @BeforeEach
  void openHelp() {
    visit.signIn();
    page.navigate("/help");
  }

  @AfterEach
  void leave() {
    visit.close();
  }

  @Test
  void aSlashLeadsToTheAskBoxFromAnywhere() {
    page.keyboard().press("/");

    assertThat(ask).isFocused();
    assertThat(ask).hasValue("");
  }

  @Test
  void gAndALetterLeadToAPlace() {
    page.keyboard().press("g");
    page.keyboard().press("m");

    page.waitForURL("**/meetings");
  }

  @Test
  void keysAreDeadInsideFields() {
    ask.fill("");
    ask.pressSequentially("g m ? /");

    assertThat(ask).hasValue("g m ? /");
    assertThat(page.locator("#keys")).isHidden();
    assertThat(page.url()).endsWith("/help");
  }

  @Test
  void aQuestionMarkShowsTheKeysAndEscapeClosesThem() {
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();

    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();
  }

  @Test
  void theChosenAppearanceStaysOnTheNextPage() {
    page.locator("summary[aria-label^=Me]").click();
    page.locator("button[name=appearance][value=dark]").click();
    page.waitForURL("**/help");

    page.navigate("/meetings");
    assertThat(page.locator("html")).hasAttribute("data-appearance", "dark");
    assertThat(visit.ask("() => getComputedStyle(document.documentElement).colorScheme"))
        .isEqualTo("dark");
  }

  @Test
  void answersComeWhileOneTypes() {
    ask.pressSequentially("netwrok");

    assertThat(page.locator("#asked")).containsText("etwork");
    page.keyboard().press("Escape");
    assertThat(page.locator("#asked")).isHidden();
    assertThat(visit.complaints()).isEmpty();
  }
}
