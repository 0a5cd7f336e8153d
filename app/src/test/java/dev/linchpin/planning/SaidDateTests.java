package dev.linchpin.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.answers.AnswerSamples;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.SaidDate.Precision;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidDateTests {
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final int DAYS = 3 * 366;
  private static final int AHEAD_DAYS = 220;
  private static final AskedAt ASKED = AnswerSamples.ASKED;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2027-03-18T11:00, by midday on Thursday 18 March
          2027-03-18T15:00, by the end of Thursday 18 March
          2027-03-22T12:00, by midday on Monday 22 March
          2027-03-23T09:00, by Tuesday 23 March
          2027-04-01T17:00, by Thursday 1 April
          2027-04-02T17:00, by the week that ends on 2 April
          2027-04-14T17:00, by the week that ends on 16 April
          2027-04-17T10:00, by the week that ends on 23 April
          2027-05-14T17:00, by mid May
          2027-06-14T17:00, by the end of June
          2027-06-09T17:00, by mid June
          2027-06-16T17:00, by the end of June
          2027-10-01T17:00, in the fourth quarter
          2028-02-01T17:00, in the first quarter of 2028
          2026-12-01T17:00, by midday on Thursday 18 March
          """)
  void theFurtherAwayTheCoarserWeSpeak(LocalDateTime exact, String words) {
    assertThat(SaidDate.by(exact, ASKED).withPreposition()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2027-03-18T11:00, today
          2027-03-01T11:00, today
          2027-03-23T09:00, 23 March
          2027-03-21T09:00, 19 March
          2027-04-14T17:00, the week of 12 April
          2027-06-09T17:00, the start of June
          2027-06-16T17:00, mid June
          2027-10-01T17:00, the fourth quarter
          """)
  void theEarliestDateIsRoundedToTheEarlierSide(LocalDateTime exact, String words) {
    assertThat(SaidDate.from(exact, ASKED).words()).isEqualTo(words);
  }

  @Test
  void overThreeYearsNoDateIsSaidTooEarlyOrOnAFreeDayOrOutOfOrder() {
    var seen = EnumSet.noneOf(Precision.class);
    for (int i = 0; i < DAYS; i++) {
      check(AnswerSamples.askedAt(FIRST.plusDays(i).atTime(i % 24, 0)), seen);
    }

    assertThat(seen).containsExactlyInAnyOrder(Precision.values());
  }

  private static void check(AskedAt plain, EnumSet<Precision> seen) {
    var asked = new AskedAt(plain.instant(), plain.zone(), plain.viewer(), withHolidays(plain));
    LocalDateTime last = LocalDateTime.MIN;
    for (int ahead = 0; ahead < AHEAD_DAYS; ahead++) {
      for (int hour : new int[] {10, 16}) {
        LocalDateTime exact = asked.today().plusDays(ahead).atTime(hour, 0);
        SaidDate said = SaidDate.by(exact, asked);
        LocalDateTime until = said.day().atTime(said.midday() ? 12 : 23, 59);
        if (until.isBefore(exact)
            || until.isBefore(last)
            || !asked.calendar().isWorkday(said.day())) {
          throw new AssertionError(
              "On %s %s is said as %s, after %s".formatted(asked.now(), exact, said, last));
        }
        last = until;
        seen.add(said.precision());
      }
    }
  }

  /// Free: new year, 1 May, and the week from Christmas on.
  private static WorkCalendar withHolidays(AskedAt asked) {
    var days = new HashMap<LocalDate, List<dev.linchpin.forecast.Shift>>();
    for (int year = asked.today().getYear(); year <= asked.today().getYear() + 2; year++) {
      days.put(MonthDay.of(1, 1).atYear(year), List.of());
      days.put(MonthDay.of(5, 1).atYear(year), List.of());
      for (int day = 24; day <= 31; day++) {
        days.put(MonthDay.of(12, day).atYear(year), List.of());
      }
    }
    return new WorkCalendar(asked.calendar().id(), asked.calendar().week(), days);
  }

  @Test
  void theDayIsTheOneOfTheOrganisation() {
    LocalDateTime lateInBerlin = LocalDateTime.of(2027, 3, 18, 0, 30);
    AskedAt asked = AnswerSamples.askedAt(lateInBerlin);

    assertThat(asked.instant().atOffset(ZoneOffset.UTC).getDayOfMonth()).isEqualTo(17);
    assertThat(asked.today()).isEqualTo("2027-03-18");
  }
}
