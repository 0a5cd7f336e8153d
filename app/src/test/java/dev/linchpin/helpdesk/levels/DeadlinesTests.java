package dev.linchpin.helpdesk.levels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.helpdesk.Target;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeadlinesTests {
  /// @param story what happened
  /// @param answer when the first answer is due, in words
  /// @param resolve when it is to be resolved
  private static void check(String story, String answer, String resolve) {
    check(story, Story.OFFICE, answer, resolve);
  }

  private static void check(String story, ServiceHours hours, String answer, String resolve) {
    var targets = Story.of(story, hours).targets();
    assertThat(Story.say(targets.answer())).as("answer").isEqualTo(answer);
    assertThat(Story.say(targets.resolve())).as("resolve").isEqualTo(resolve);
  }

  @Test
  void timeCountsFromTheOpeningThroughWorkingHoursOnly() {
    check("2027-03-01 09:00 opened high", "2027-03-01 10:00", "2027-03-02 09:00");
    check("2027-03-01 11:30 opened high", "2027-03-01 13:30", "2027-03-02 11:30");
  }

  @Test
  void whatIsOpenedAtNightOrAtTheWeekendBeginsInTheMorning() {
    check("2027-03-01 22:10 opened high", "2027-03-02 09:00", "2027-03-02 17:00");
    check("2027-03-06 14:00 opened critical", "2027-03-08 08:30", "2027-03-08 12:00");
  }

  @Test
  void aTargetAtTheEndOfADayIsThatEveningAndNotTheNextMorning() {
    check("2027-03-01 08:00 opened high", "2027-03-01 09:00", "2027-03-01 17:00");
  }

  @Test
  void aHolidayDoesNotCount() {
    check("2027-03-25 16:00 opened high", "2027-03-25 17:00", "2027-03-29 16:00");
  }

  @Test
  void aroundTheClockEveryHourCounts() {
    check(
        "2027-03-26 22:00 opened high",
        ServiceHours.ALWAYS,
        "2027-03-26 23:00",
        "2027-03-27 06:00");
  }

  @Test
  void inTheNightTheClockGoesForwardTheMorningComesAnHourSooner() {
    // 28 March 2027: 02:00 becomes 03:00. Eight hours after 22:00 it is 07:00 on the wall.
    check(
        "2027-03-27 22:00 opened high",
        ServiceHours.ALWAYS,
        "2027-03-27 23:00",
        "2027-03-28 07:00");
    check("2027-03-26 16:00 opened critical", "2027-03-29 08:30", "2027-03-29 12:00");
  }

  @Test
  void inTheNightTheClockGoesBackTheMorningComesAnHourLater() {
    check(
        "2027-10-30 22:00 opened high",
        ServiceHours.ALWAYS,
        "2027-10-30 23:00",
        "2027-10-31 05:00");
    check("2027-10-29 16:00 opened high", "2027-10-29 17:00", "2027-11-01 16:00");
  }

  @Test
  void whileTheCallerIsAskedTimeStandsStill() {
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 09:30 answered
        2027-03-01 10:00 waits for the caller\
        """,
        "kept 2027-03-01 09:30",
        "paused with 7:00");
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 09:30 answered
        2027-03-01 10:00 waits for the caller
        2027-03-01 15:00 goes on\
        """,
        "kept 2027-03-01 09:30",
        "2027-03-02 14:00");
  }

  @Test
  void aWeekendOfWaitingTakesNothing() {
    check(
        """
        2027-03-05 16:00 opened high
        2027-03-05 16:30 waits for a vendor
        2027-03-08 09:00 goes on\
        """,
        "2027-03-05 17:00",
        "2027-03-09 08:30");
  }

  @Test
  void waitingDoesNotStopTheTimeToTheFirstAnswer() {
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 09:10 waits for a vendor\
        """,
        "2027-03-01 10:00",
        "paused with 7:50");
  }

  @Test
  void aPriorityRaisedLaterCountsFromThenAndIsNeverDueLaterThanBefore() {
    check(
        """
        2027-03-01 08:00 opened normal
        2027-03-02 10:00 critical\
        """,
        "2027-03-01 12:00",
        "2027-03-02 15:00");
    // 24 hours were over at 17:00 on Wednesday; four hours from 16:00 on would be later.
    check(
        """
        2027-03-01 08:00 opened normal
        2027-03-03 16:00 critical\
        """,
        "2027-03-01 12:00",
        "2027-03-03 17:00");
  }

  @Test
  void aPriorityRaisedByMistakeAndTakenBackChangesNothing() {
    check(
        """
        2027-03-01 08:00 opened low
        2027-03-01 09:00 critical
        2027-03-01 09:05 low\
        """,
        "2027-03-01 17:00",
        "2027-03-05 17:00");
    check(
        """
        2027-03-01 08:00 opened low
        2027-03-01 10:00 high
        2027-03-01 11:00 critical
        2027-03-01 11:01 high\
        """,
        "2027-03-01 11:00",
        "2027-03-02 10:00");
  }

  @Test
  void whenAServiceLevelFitsOnlyLaterTimeStillCountsFromTheOpening() {
    check(
        """
        2027-03-01 09:00 opened unknown
        2027-03-01 10:00 high\
        """,
        "2027-03-01 10:00",
        "2027-03-02 09:00");
    check("2027-03-01 09:00 opened unknown", "none", "none");
  }

  @Test
  void whatIsResolvedInTimeIsKeptAndElseMissed() {
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 09:20 answered
        2027-03-02 08:59 resolved\
        """,
        "kept 2027-03-01 09:20",
        "kept 2027-03-02 08:59");
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 10:01 answered
        2027-03-02 09:01 resolved
        2027-03-09 09:00 closed\
        """,
        "missed 2027-03-01 10:01",
        "missed 2027-03-02 09:01");
  }

  @Test
  void resolvingItIsAnAnswerToo() {
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 09:40 resolved\
        """,
        "kept 2027-03-01 09:40",
        "kept 2027-03-01 09:40");
  }

  @Test
  void aTicketOpenedAgainGoesOnWithWhatWasLeft() {
    check(
        """
        2027-03-01 09:00 opened high
        2027-03-01 10:00 resolved
        2027-03-03 09:00 goes on\
        """,
        "kept 2027-03-01 10:00",
        "2027-03-03 17:00");
  }

  @Test
  void whatIsLateStaysLateWhenItWaitsAfterwards() {
    var targets =
        Story.of(
                """
                2027-03-01 09:00 opened critical
                2027-03-01 16:00 waits for the caller\
                """,
                Story.OFFICE)
            .targets();
    Target resolve = Objects.requireNonNull(targets.resolve());
    assertThat(Story.say(resolve)).isEqualTo("2027-03-01 14:00");
    assertThat(resolve.isLate(Story.at("2027-03-01 16:00"))).isTrue();
  }

  @Test
  void stepsComeAtTheirShareOfTheTimeWhateverIsPaused() {
    Deadlines half =
        Story.of(
            """
            2027-03-01 09:00 opened high
            2027-03-01 10:00 waits for the caller
            2027-03-01 15:00 goes on\
            """,
            Story.OFFICE);
    var share = new EscalationMoment.Share(50);
    var before = new EscalationMoment.Before(30);
    assertThat(half.reached(Goal.RESOLVE, share)).contains(Story.at("2027-03-02 09:00"));
    assertThat(half.reached(Goal.RESOLVE, before)).contains(Story.at("2027-03-02 13:30"));
    assertThat(half.reached(Goal.ANSWER, share)).contains(Story.at("2027-03-01 09:30"));
  }
}
