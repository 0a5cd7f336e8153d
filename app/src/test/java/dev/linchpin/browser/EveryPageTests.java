package dev.linchpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import dev.linchpin.look.Routes;
import dev.linchpin.look.Routes.Route;
import dev.linchpin.look.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPageTests {
  /// All that dark changes.
  private static final List<String> COLOURS = List.of("color-contrast");

  /// Elements that a bar of the page lies over when they have the focus.
  static final String COVERED =
      """
      () => {
        const covered = [];
        const all = document.querySelectorAll(
          "main a[href], main button, main input:not([type=hidden]), main select, main summary");
        for (const e of [...all].filter(e => e.checkVisibility())) {
          e.focus();
          const box = e.getBoundingClientRect();
          const x = Math.min(Math.max(box.left + 2, 0), innerWidth - 1);
          const top = document.elementFromPoint(x, box.top + box.height / 2);
          if (top && top.closest(".top, .places")) covered.push(e.outerHTML.slice(0, 120));
        }
        return covered;
      }\
      """;

  private static final Visit DESK = Visit.wide(SampleOrganisation.server());

  @BeforeAll
  static void signIn() {
    DESK.signIn();
  }

  @AfterAll
  static void leave() {
    DESK.close();
  }

  static List<Route> pages() {
    return Routes.ALL;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void atADeskAxeFindsNothingInLightAndDarkAndNoBarCoversTheFocus(Route route) {
    DESK.in(ColorScheme.LIGHT);
    assertThat(DESK.open(route)).as("a page like " + route.pattern()).isTrue();
    assertThat(DESK.page().locator("body.signed-in").count() == 1 || !route.signedIn()).isTrue();
    axeFindsNothing(new AxeBuilder(DESK.page()));
    DESK.in(ColorScheme.DARK);
    axeFindsNothing(new AxeBuilder(DESK.page()).withRules(COLOURS));
    assertThat(DESK.complaints()).isEmpty();
    assertThat((List<?>) DESK.ask(COVERED)).isEmpty();
  }

  private static void axeFindsNothing(AxeBuilder axe) {
    List<Rule> found = axe.analyze().getViolations();
    assertThat(found).as("%s", found.stream().map(EveryPageTests::words).toList()).isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }
}
