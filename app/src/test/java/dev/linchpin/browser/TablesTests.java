package dev.linchpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.look.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTests {
  /// Where the header stands below the top bar when the last row is on the screen, in pixels.
  private static final String HEADER_BELOW_BAR =
      """
      () => {
        document.querySelector(".table tbody tr:last-child").scrollIntoView({block: "end"});
        const head = document.querySelector(".table thead").getBoundingClientRect();
        const bar = document.querySelector(".top").getBoundingClientRect();
        return Math.round(head.top - bar.bottom);
      }\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/tickets?show=all", "/projects/SRV/plan", "/admin/audit"})
  void theHeaderOfALongTableStaysInSight(String page) {
    try (Visit visit = Visit.wide(SampleOrganisation.server())) {
      visit.signIn().page().navigate(page);
      visit.page().setViewportSize(1280, 500);

      assertThat(visit.ask(HEADER_BELOW_BAR))
          .isInstanceOfSatisfying(
              Number.class, pixels -> assertThat(pixels.intValue()).isBetween(-1, 400));
    }
  }
}
