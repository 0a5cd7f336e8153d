package dev.linchpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.look.Routes;
import dev.linchpin.look.Routes.Route;
import dev.linchpin.look.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPageOnAPhoneTests {
  private static final List<Integer> NARROW = List.of(320, 360);

  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter(e => e.checkVisibility() && e.type !== "hidden" && !e.closest(".hide, .skip"))
        .filter(e => getComputedStyle(e).display !== "inline")
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, box]) => box.width < 24 || box.height < 24)
        .map(([e, box]) => e.outerHTML.slice(0, 120) + " " + box.width + "x" + box.height)\
      """;

  private static final Visit PHONE = Visit.narrow(SampleOrganisation.server(), NARROW.getFirst());

  @BeforeAll
  static void signIn() {
    PHONE.signIn();
  }

  @AfterAll
  static void leave() {
    PHONE.close();
  }

  static List<Route> pages() {
    return Routes.ALL;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingScrollsSidewaysOrIsSmallOrCovered(Route route) {
    PHONE.open(route);
    for (int width : NARROW) {
      PHONE.page().setViewportSize(width, 640);
      assertThat(PHONE.ask("() => document.documentElement.scrollWidth"))
          .as("width of the page at " + width)
          .isEqualTo(width);
    }
    assertThat((List<?>) PHONE.ask(SMALL_TARGETS)).as("targets below 24 pixels").isEmpty();
    assertThat((List<?>) PHONE.ask(EveryPageTests.COVERED)).isEmpty();
  }
}
