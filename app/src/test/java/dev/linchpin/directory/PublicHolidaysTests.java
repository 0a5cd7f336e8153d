package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicHolidaysTests {
  private static final DayRange YEAR_2027 =
      new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));

  @Test
  void bavariaKeepsEpiphanyAndBerlinKeepsWomensDay() {
    assertThat(days("DE-BY")).contains("2027-01-06").doesNotContain("2027-03-08").hasSize(12);
    assertThat(days("DE-BE")).contains("2027-03-08").doesNotContain("2027-01-06").hasSize(10);
    assertThat(days("DE")).hasSize(9);
  }

  @Test
  void augsburgHasADayThatTheRestOfBavariaHasNot() {
    assertThat(days("DE-BY-AG")).contains("2027-08-08");
    assertThat(days("DE-BY")).doesNotContain("2027-08-08");
  }

  @Test
  void aHolidayMovedFromAWeekendCountsOnTheDayItIsMovedTo() {
    assertThat(days("US")).contains("2027-07-05").doesNotContain("2027-07-04");
  }

  @Test
  void newYearMovedIntoTheOldYearIsFound() {
    assertThat(days("US")).contains("2027-12-31");
  }

  @Test
  void daysThatAreOnlyRememberedAreWorked() {
    assertThat(days("US-CA")).doesNotContain("2027-02-12");
  }

  @Test
  void everyDayComesOnceAndInOrder() {
    assertThat(days("US-CA")).isSorted().doesNotHaveDuplicates().contains("2027-02-15");
  }

  @Test
  void aCountryWithoutRulesOfItsOwnHasNoHolidays() {
    assertThat(days("AQ")).isEmpty();
  }

  @Test
  void onlyPartsThatExistAreKnown() {
    assertThat(PublicHolidays.isKnown(new Region("DE-BY"))).isTrue();
    assertThat(PublicHolidays.isKnown(new Region("DE-XX"))).isFalse();
    assertThat(PublicHolidays.isKnown(new Region("ZZ"))).isFalse();
    assertThat(PublicHolidays.name(new Region("DE-BY"))).isEqualTo("Germany, Bavaria");
  }

  @Test
  void countriesAndTheirPartsCanBeChosenByName() {
    assertThat(PublicHolidays.countries())
        .hasSizeGreaterThan(200)
        .contains(new PublicHolidays.Choice(new Region("DE"), "Germany"));
    assertThat(PublicHolidays.parts(new Region("DE")))
        .contains(
            new PublicHolidays.Choice(new Region("DE-BY"), "Bavaria"),
            new PublicHolidays.Choice(new Region("DE-BY-AG"), "Bavaria, Augsburg"));
    assertThat(PublicHolidays.parts(new Region("AQ"))).isEmpty();
  }

  private static List<String> days(String region) {
    return PublicHolidays.in(new Region(region), YEAR_2027).stream()
        .map(day -> day.day().toString())
        .toList();
  }
}
