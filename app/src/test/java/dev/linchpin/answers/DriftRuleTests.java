package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Movement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DriftRuleTests {
  private static final int TOMORROW = 1;
  private static final int NEXT_MONTH = 40;
  private static final int NEXT_YEAR = 300;

  @Test
  void aDayIsNewsForTomorrowAndNoneForNextYear() {
    assertThat(isNews(TOMORROW, 1)).isTrue();
    assertThat(isNews(NEXT_MONTH, 1)).isFalse();
    assertThat(isNews(NEXT_MONTH, 3)).isTrue();
    assertThat(isNews(NEXT_YEAR, 14)).isFalse();
    assertThat(isNews(NEXT_YEAR, 15)).isTrue();
  }

  @Test
  void aDateThatManyBelieveIsNewsFromLessOn() {
    DriftRule rule = DriftRule.at(NEXT_MONTH);

    assertThat(rule.isNews(2, false, false, null)).isFalse();
    assertThat(rule.isNews(2, true, false, null)).isTrue();
  }

  @Test
  void goodNewsWaitsLongerThanBad() {
    assertThat(isNews(NEXT_MONTH, -3)).isFalse();
    assertThat(isNews(NEXT_MONTH, -10)).isTrue();
  }

  @Test
  void whatWasNewsStaysNewsUntilTheDateIsHalfwayBack() {
    DriftRule rule = DriftRule.at(NEXT_MONTH);

    assertThat(rule.isNews(2, false, true, null)).isTrue();
    assertThat(rule.isNews(1, false, true, null)).isFalse();
    assertThat(rule.isNews(0, false, true, null)).isFalse();
    assertThat(DriftRule.at(TOMORROW).isNews(0, false, true, null)).isFalse();
  }

  @Test
  void aProjectMayWantItOtherwise() {
    DriftRule rule = DriftRule.at(NEXT_MONTH);

    assertThat(rule.isNews(7, true, false, 8)).isFalse();
    assertThat(rule.isNews(8, false, false, 8)).isTrue();
    assertThat(rule.isNews(-9, false, false, 20)).isFalse();
  }

  @Test
  void theTableCoversEveryDayAhead() {
    assertThat(DriftRule.at(-5)).isEqualTo(DriftRule.ALL.getFirst());
    assertThat(DriftRule.at(100_000)).isEqualTo(DriftRule.ALL.getLast());
    assertThat(DriftRule.ALL)
        .isSortedAccordingTo(java.util.Comparator.comparingInt(DriftRule::daysAhead));
  }

  @Test
  void noCauseNamesAnybodyOrTheirLeave() {
    for (Movement.Cause cause : Movement.Cause.values()) {
      for (boolean later : new boolean[] {true, false}) {
        assertThat(CorrectionWords.why(cause, later))
            .as(cause.name())
            .doesNotContainIgnoringCase("leave")
            .doesNotContainIgnoringCase("ill")
            .doesNotContainIgnoringCase("ticket")
            .endsWith(".");
      }
    }
  }

  @Test
  void theHelpSaysTheSameNumbers() throws IOException {
    String guide = Files.readString(Path.of("src/main/java/dev/linchpin/answers/guide.md"));

    assertThat(guide)
        .contains(row("up to 2 weeks ahead", 0).replaceFirst("\\| 1 \\|", "| 1 working day |"));
    assertThat(guide)
        .contains(row("up to 8 weeks", 1), row("up to 6 months", 2), row("further", 3));
  }

  private static String row(String distance, int place) {
    DriftRule rule = DriftRule.ALL.get(place);
    return "| %s | %d | %d | %d |"
        .formatted(distance, rule.later(), rule.important(), rule.earlier());
  }

  private static boolean isNews(int daysAhead, int laterBy) {
    return isNews(daysAhead, laterBy, null);
  }

  private static boolean isNews(int daysAhead, int laterBy, @Nullable Integer own) {
    return DriftRule.at(daysAhead).isNews(laterBy, false, false, own);
  }
}
