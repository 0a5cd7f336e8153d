package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Who is served first.
final class RanksTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  @Test
  void whatHasTheLongestPathBehindItGoesFirst() {
    assertThat(
            ranked(
                """
                start  2027-01-11
                a      1d
                b      2d after a
                c      2d
                d      1d
                e      1d after d +2d
                f      1d
                g      3d after f start-start
                h      elapsed 3d
                i      1d
                j      2d after i finish-finish
                k      1d
                l      5d after k start-finish +1d
                m      1d
                n      1d after m +3d elapsed
                """))
        .isEqualTo("l m d a f g h b c j e i k n");
  }

  @Test
  void whatRunsComesBeforePinsAndPinsBeforeTheMoreImportantProject() {
    assertThat(
            ranked(
                """
                calendar usual Mon-Fri 08:00-12:00 13:00-17:00
                project  FIRST from 2027-01-11 on usual
                a        1d
                b        1d start on 2027-01-20
                project  SECOND from 2027-01-11 on usual
                c        9d
                d        2d start on 2027-01-20
                e        2d started 2027-01-08 left 1d
                """))
        .isEqualTo("e b d a c");
  }

  private static String ranked(String text) {
    Prepared plan =
        Preparation.prepare(PlanText.read(text), Interruptions.NONE, MONDAY, new Findings());
    return String.join(
        " ",
        Arrays.stream(Ranks.byLongestPath(plan))
            .mapToObj(task -> plan.tasks[task].id().value())
            .toList());
  }
}
