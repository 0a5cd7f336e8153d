package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an edit does not lay out again.
final class KeptTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final String PLAN =
      """
      calendar office Mon-Fri 08:00-12:00 13:00-17:00
      window   night Tue 20:00..Tue 23:00 out of hours
      person   jon on office away 2027-01-18..2027-01-19
      person   eva on office
      project  MOVE from 2027-01-11 on office
      pack     2d  by jon
      change   1h  by eva within night
      """;

  @Test
  void timeAndWindowsThatDidNotChangeAreKept() {
    Prepared first = prepare(PLAN, null);
    Prepared edited = prepare(PLAN.replace("2d  by jon", "3d  by jon"), first.kept);

    assertThat(edited.clock).containsExactly(first.clock);
    assertThat(edited.calendar).containsExactly(first.calendar);
    assertThat(edited.window).containsExactly(first.window);
  }

  @Test
  void onlyWhatChangedIsLaidOutAgain() {
    Prepared first = prepare(PLAN, null);
    Prepared away = prepare(PLAN.replace("01-19", "01-20"), first.kept);
    assertThat(away.clock[0]).isNotSameAs(first.clock[0]);
    assertThat(away.clock[1]).isSameAs(first.clock[1]);

    Prepared hours = prepare(PLAN.replace("17:00", "16:00"), first.kept);
    assertThat(hours.clock[1]).isNotSameAs(first.clock[1]);

    Prepared window = prepare(PLAN.replace("23:00", "22:00"), first.kept);
    assertThat(window.window[1]).isNotSameAs(first.window[1]);
  }

  @Test
  void whatAPlanDidNotUseIsForgotten() {
    Prepared first = prepare(PLAN, null);
    Prepared without = prepare(PLAN.replace(" away 2027-01-18..2027-01-19", ""), first.kept);
    Prepared back = prepare(PLAN, without.kept);

    assertThat(back.clock[0]).isNotSameAs(first.clock[0]);
    assertThat(back.clock[1]).isSameAs(first.clock[1]);
  }

  @Test
  void anotherFirstDayLaysOutEverythingAgain() {
    Prepared first = prepare(PLAN, null);
    String begun = PLAN.replace("2d  by jon", "2d  by jon started 2026-06-01 left 1d");

    assertThat(prepare(begun, first.kept).clock[1]).isNotSameAs(first.clock[1]);
  }

  private static Prepared prepare(String plan, @Nullable Kept before) {
    return Preparation.prepare(
        PlanText.read(plan), Interruptions.NONE, MONDAY, new Findings(), before);
  }
}
