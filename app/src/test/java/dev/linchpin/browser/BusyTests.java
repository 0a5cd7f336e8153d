package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.linchpin.look.Visit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BusyTests {
  /// Sends the form without ever leaving the page.
  private static final String SEND =
      """
      () => {
        const form = document.querySelector("main form[data-busy]");
        form.noValidate = true;
        form.addEventListener("submit", event => event.preventDefault());
        form.requestSubmit();
      }\
      """;

  @Test
  void whileAFileIsBeingReadThePageSaysSoAndForHowLong() {
    try (Visit visit = Visit.wide(SampleOrganisation.server())) {
      visit.signIn().page().navigate("/tickets/imports/new");
      visit.page().evaluate(SEND);

      assertThat(visit.page().locator("main form[data-busy] > p").last())
          .hasText(Pattern.compile("The file is being read. Leave this page open. [0-9]+ s"));
    }
  }
}
