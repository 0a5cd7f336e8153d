package dev.linchpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import dev.linchpin.look.Routes;
import dev.linchpin.look.Routes.Route;
import dev.linchpin.look.SampleServer;
import dev.linchpin.look.Visit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPageTests {
  private static final List<Integer> NARROW = List.of(320, 360);

  /// All that dark changes.
  private static final List<String> COLOURS = List.of("color-contrast");

  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter(e => e.checkVisibility() && e.type !== "hidden" && !e.closest(".hide, .skip"))
        .filter(e => getComputedStyle(e).display !== "inline")
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, box]) => box.width < 24 || box.height < 24)
        .map(([e, box]) => e.outerHTML.slice(0, 120) + " " + box.width + "x" + box.height)\
      """;
  private static final String COVERED =
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

  private static final SampleServer SERVER = SampleOrganisation.server();
  private static Visit desk;
  private static Visit phone;

  static {
    desk = Visit.wide(SERVER);
    phone = Visit.narrow(SERVER, NARROW.getFirst());
  }

  @BeforeAll
  static void signIn() {
    List.of(desk, phone).forEach(Visit::signIn);
  }

  @AfterAll
  static void leave() {
    List.of(desk, phone).forEach(Visit::close);
  }

  static List<Route> pages() {
    return Routes.ALL;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void atADeskAxeFindsNothingInLightAndDarkAndNoBarCoversTheFocus(Route route) {
    desk.in(ColorScheme.LIGHT);
    assertThat(desk.open(route)).as("a page like " + route.pattern()).isTrue();
    assertThat(desk.page().locator("body.signed-in").count() == 1 || !route.signedIn()).isTrue();
    axeFindsNothing(new AxeBuilder(desk.page()));
    desk.in(ColorScheme.DARK);
    axeFindsNothing(new AxeBuilder(desk.page()).withRules(COLOURS));
    assertThat(desk.complaints()).isEmpty();
    assertThat((List<?>) desk.ask(COVERED)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void onAPhoneNothingScrollsSidewaysOrIsSmallOrCovered(Route route) {
    phone.open(route);
    for (int width : NARROW) {
      phone.page().setViewportSize(width, 640);
      assertThat(phone.ask("() => document.documentElement.scrollWidth"))
          .as("width of the page at " + width)
          .isEqualTo(width);
    }
    assertThat((List<?>) phone.ask(SMALL_TARGETS)).as("targets below 24 pixels").isEmpty();
    assertThat((List<?>) phone.ask(COVERED)).isEmpty();
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
