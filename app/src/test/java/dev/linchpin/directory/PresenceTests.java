package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTests {
  private static final DirectoryWorld WORLD = world();
  private static final Person JON = WORLD.person("Jon Bell");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027-03-05T00:00 | in today from 08:00
          2027-03-05T07:59 | in today from 08:00
          2027-03-05T08:00 | in today until 17:00
          2027-03-05T11:59 | in today until 17:00
          2027-03-05T12:00 | in today from 13:00
          2027-03-05T12:59 | in today from 13:00
          2027-03-05T13:00 | in today until 17:00
          2027-03-05T16:59 | in today until 17:00
          2027-03-05T17:00 | not at work until Monday 08:00
          2027-03-05T23:59 | not at work until Monday 08:00
          2027-03-06T10:00 | not at work today (Saturday)
          2027-03-07T10:00 | not at work today (Sunday)
          2027-03-26T10:00 | not at work today (Good Friday)
          2027-03-25T17:00 | not at work until Tuesday 08:00
          """)
  void theWordsAreRightAtEveryEdgeMinute(String now, String words) {
    assertThat(WORLD.words(JON, now)).isEqualTo(words);
  }

  @Test
  void onlyWhoIsInIsAtWork() {
    assertThat(presence("2027-03-05T08:00").atWork()).isTrue();
    assertThat(presence("2027-03-05T12:00").atWork()).isFalse();
    assertThat(presence("2027-03-05T12:00").back())
        .contains(LocalDateTime.parse("2027-03-05T13:00"));
  }

  @Test
  void leaveIsSaidFromTheEveningBeforeUntilItsLastDay() {
    var ana = WORLD.person("Ana Lee");
    WORLD.leave(ana, "2027-03-08", "2027-03-12");

    assertThat(WORLD.words(ana, "2027-03-05T16:59")).isEqualTo("in today until 17:00");
    assertThat(WORLD.words(ana, "2027-03-05T17:00")).isEqualTo("away until Friday 12 March");
    assertThat(WORLD.words(ana, "2027-03-07T10:00")).isEqualTo("away until Friday 12 March");
    assertThat(WORLD.words(ana, "2027-03-12T23:59")).isEqualTo("away until Friday 12 March");
    assertThat(WORLD.words(ana, "2027-03-13T00:00")).isEqualTo("not at work today (Saturday)");
  }

  @Test
  void leaveThatContinuesAfterAWeekendIsOneAbsence() {
    var kim = WORLD.person("Kim Roe");
    WORLD.leave(kim, "2027-03-08", "2027-03-12");
    WORLD.leave(kim, "2027-03-15", "2027-03-16");

    Presence presence =
        WORLD.workingTime.presence(kim.id(), LocalDateTime.parse("2027-03-09T10:00"));

    assertThat(presence.words()).isEqualTo("away until Tuesday 16 March");
    assertThat(presence.back()).contains(LocalDateTime.parse("2027-03-17T08:00"));
  }

  @Test
  void leaveGoesAcrossTheYearsEnd() {
    var liv = WORLD.person("Liv Dahl");
    WORLD.leave(liv, "2027-12-27", "2028-01-05");

    assertThat(WORLD.words(liv, "2027-12-31T10:00")).isEqualTo("away until Wednesday 5 January");
    assertThat(WORLD.workingTime.presence(liv.id(), LocalDateTime.parse("2028-01-05T10:00")).back())
        .contains(LocalDateTime.parse("2028-01-07T08:00")); // the sixth is Epiphany
  }

  @Test
  void aReturnInMoreThanAWeekIsSaidWithItsDate() {
    var rare = WORLD.person("Ria Rare", "Mon 8-12");

    assertThat(WORLD.words(rare, "2027-03-01T12:00"))
        .isEqualTo("not at work until Monday 8 March, 08:00");
  }

  @Test
  void aNightShiftEndsInTheMorning() {
    var night = WORLD.person("Noa Night", "Mon-Thu 22-24; Tue-Fri 0-6");

    assertThat(WORLD.words(night, "2027-03-01T23:00")).isEqualTo("in until Tuesday 06:00");
    assertThat(WORLD.words(night, "2027-03-02T05:59")).isEqualTo("in today until 06:00");
    assertThat(WORLD.words(night, "2027-03-02T06:00")).isEqualTo("in today from 22:00");
  }

  @Test
  void aLongGapEndsTheDayButABreakDoesNot() {
    var split = WORLD.person("Sam Split", "Mon-Fri 6-10 10:30-11 18-22");

    assertThat(WORLD.words(split, "2027-03-01T07:00")).isEqualTo("in today until 11:00");
    assertThat(WORLD.words(split, "2027-03-01T11:00")).isEqualTo("in today from 18:00");
  }

  @Test
  void timesOfAnotherSiteAreSaidInOurZone() {
    var rui = WORLD.personAt(WORLD.site("Lisbon", null, "Europe/Lisbon"), "Rui Sol");

    assertThat(WORLD.words(rui, "2027-03-05T08:59")).isEqualTo("in today from 09:00");
    assertThat(WORLD.words(rui, "2027-03-05T09:00")).isEqualTo("in today until 18:00");
  }

  @Test
  void whoIsInWhileItIsAnotherDayHereIsSaidWithTheDay() {
    var mei = WORLD.personAt(WORLD.site("Auckland", null, "Pacific/Auckland"), "Mei Tan");

    // 21:00 on Sunday in Berlin is 09:00 on Monday in Auckland
    assertThat(WORLD.words(mei, "2027-03-07T21:00")).isEqualTo("in until Monday 05:00");
    assertThat(WORLD.words(mei, "2027-03-07T19:59")).isEqualTo("in today from 20:00");
    assertThat(WORLD.words(mei, "2027-03-08T05:00")).isEqualTo("in today from 20:00");
  }

  @Test
  void whenClocksChangeTheHoursStayThoseOnTheWall() {
    // Europe changes in the night to Sunday 28 March, the United States two weeks before.
    var guard = WORLD.person("Gil Guard", "Sat-Sun 0-6");
    var zoe = WORLD.personAt(WORLD.site("Boston", null, "America/New_York"), "Zoe Hall");

    assertThat(WORLD.words(guard, "2027-03-28T01:59")).isEqualTo("in today until 06:00");
    assertThat(WORLD.words(guard, "2027-03-28T03:00")).isEqualTo("in today until 06:00");
    assertThat(WORLD.words(guard, "2027-10-31T02:30")).isEqualTo("in today until 06:00");
    assertThat(WORLD.words(zoe, "2027-03-12T13:59")).isEqualTo("in today from 14:00");
    assertThat(WORLD.words(zoe, "2027-03-15T12:59")).isEqualTo("in today from 13:00");
    assertThat(WORLD.words(zoe, "2027-03-30T13:59")).isEqualTo("in today from 14:00");
  }

  private static Presence presence(String now) {
    return WORLD.workingTime.presence(JON.id(), LocalDateTime.parse(now));
  }

  private static DirectoryWorld world() {
    var world = new DirectoryWorld();
    world.holidaysOf("DE-BY");
    return world;
  }
}
