package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// The two nights of the year on which clocks change: a plan knows local time only, and every day
/// of it has 24 hours.
final class ClockChangeTests {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String PLAN =
      """
      calendar nights Mon-Sun 00:00-06:00
      person   jon on nights
      project  P from 2027-01-11 on nights
      night    6h by jon
      """;

  @Test
  void aShiftThroughEitherNightIsAsLongAsAnyOther() {
    check(
        """
        calendar nights Mon-Sun 00:00-06:00
        project  SPRING from 2027-03-28 on nights
        spring   6h
        dry      elapsed 1d not before 2027-03-27T12:00
        project  AUTUMN from 2027-10-31 on nights
        autumn   6h
        wet      elapsed 1d not before 2027-10-30T12:00\
        """,
        """
        spring  2027-03-28T00:00..2027-03-28T06:00
        dry     2027-03-28T00:00..2027-03-28T23:59
        autumn  2027-10-31T00:00..2027-10-31T06:00
        wet     2027-10-31T00:00..2027-10-31T23:59\
        """);
  }

  @Test
  void nowMayBeInTheHourThatComesTwiceOrBesideTheOneThatNeverComes() {
    assertThat(night("2027-10-31T00:30:00Z")).isEqualTo("2027-10-31T02:30..2027-11-01T02:30");
    assertThat(night("2027-10-31T01:30:00Z")).isEqualTo("2027-10-31T02:30..2027-11-01T02:30");
    assertThat(night("2027-03-28T00:59:00Z")).isEqualTo("2027-03-28T01:59..2027-03-29T01:59");
    assertThat(night("2027-03-28T01:00:00Z")).isEqualTo("2027-03-28T03:00..2027-03-29T03:00");
  }

  /// From when to when the night's work lies, asked at a moment of the world.
  private static String night(String moment) {
    LocalDateTime now = LocalDateTime.ofInstant(Instant.parse(moment), BERLIN);
    Schedule schedule = Scheduler.schedule(PlanText.read(PLAN), Interruptions.NONE, now);
    var night = Plans.get(schedule.tasks(), Plans.task("night"));
    return night.start() + ".." + night.finish();
  }
}
