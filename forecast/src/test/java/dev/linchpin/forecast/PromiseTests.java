package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.codes;
import static dev.linchpin.forecast.Plans.forecast;
import static dev.linchpin.forecast.Plans.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PromiseTests {
  private static final String PLAN =
      """
      start    Mon 2027-01-11
      project  CRM
      build    5d
      go-live  0d after build
      """;

  @Test
  void aPromiseThatHoldsIsNotMentioned() {
    assertThat(
            schedule(
                    PLAN
                        + """
                        promise task go-live by 2027-01-15 hard
                        promise project CRM by 2027-01-15 weight 5
                        """)
                .findings())
        .isEmpty();
  }

  @Test
  void aPromiseThatBreaksIsSaidWithItsDate() {
    Schedule schedule =
        schedule(
            PLAN
                + """
                promise task go-live by 2027-01-14 hard
                promise project CRM by 2027-01-13 weight 5
                """);
    assertThat(schedule.findings())
        .extracting(Finding::message)
        .containsExactly(
            "go-live was promised as a hard date by 2027-01-14 and ends on 2027-01-15. Nothing was"
                + " moved for it. Tell them, or make it wait for less.",
            "CRM was promised by 2027-01-13 and ends on 2027-01-15. Nothing was moved for it. Tell"
                + " them, or make it wait for less.");
  }

  @Test
  void inRunsAPromiseHasAChance() {
    Outcome outcome =
        forecast(
            PLAN
                + """
                promise task go-live by 2027-01-12
                promise project CRM by 2027-01-12
                promise project CRM by 2030-01-12
                """,
            200);
    assertThat(outcome.findings())
        .filteredOn(it -> it.code() == Finding.Code.PROMISE_AT_RISK)
        .hasSize(2)
        .allMatch(it -> it.message().contains("which holds in "));
  }

  @Test
  void aPromiseAboutNothingIsSaid() {
    assertThat(codes(schedule(PLAN + "promise project GONE by 2027-01-12").findings()))
        .containsExactly(Finding.Code.PROMISE_TO_NOWHERE);
  }

  @Test
  void whatIsDoneKeepsNoPromiseOpen() {
    assertThat(
            schedule(
                    """
                    start  Mon 2026-12-07
                    a      1d done 2026-12-07..2026-12-08
                    promise task a by 2026-12-01
                    promise project plan by 2026-12-01\
                    """)
                .findings())
        .isEmpty();
  }
}
