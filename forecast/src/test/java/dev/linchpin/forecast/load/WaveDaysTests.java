package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.load.WaveDays.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaveDaysTests {
  private static final LocalDate MONDAY = Generated.MONDAY;
  private static final GoLive NEXT = new GoLive(MONDAY.plusWeeks(60), Set.of("mail"));

  @Test
  void withoutAnEarlierGoLiveItIsAUsualValueAndVeryUnsure() {
    WaveDays wave = WaveDays.of(days(List.of(), 0, 50), List.of(NEXT), NEXT);

    double more = wave.days().stream().mapToDouble(Day::more).sum();
    assertThat(more).isCloseTo(50 * 0.5 * (1 + Math.pow(2, -1 / 3.0)), within(0.5));
    assertThat(wave.counted()).isZero();
    assertThat(wave.low()).isLessThan(0.3 * more);
    assertThat(wave.high()).isGreaterThan(1.7 * more);
  }

  @Test
  void itComesOnTheDaysOnWhichEarlierOnesCame() {
    List<LocalDate> before = List.of(MONDAY.plusWeeks(20), MONDAY.plusWeeks(40));
    double[] days = values(days(List.of(), 0, 50));
    for (int week : new int[] {20, 40}) {
      days[7 * week] += 40;
      days[7 * week + 1] += 20;
    }
    WaveDays wave = WaveDays.of(series(days), like(before), NEXT);

    assertThat(wave.counted()).isEqualTo(2);
    assertThat(wave.alike()).isTrue();
    assertThat(wave.mostUntil()).isEqualTo(NEXT.day().plusDays(1));
    assertThat(wave.days()).hasSize(14);
    assertThat(wave.days())
        .filteredOn(day -> day.day().getDayOfWeek() == DayOfWeek.SATURDAY)
        .allMatch(day -> day.more() == 0 && day.usual() == 0);
  }

  @Test
  void goLivesOfOtherThingsCountWhereNoneIsAlikeAndItSaysSo() {
    var printing = new GoLive(MONDAY.plusWeeks(30), Set.of("printing"));
    Series days = days(List.of(printing.day()), 1.2, 50);

    WaveDays wave = WaveDays.of(days, List.of(printing, NEXT), NEXT);

    assertThat(wave.alike()).isFalse();
    assertThat(wave.counted()).isEqualTo(1);
    assertThat(wave.wave().rise()).isGreaterThan(Wave.USUAL.rise());
  }

  @Test
  void aKindOfItsOwnOutweighsTheOthers() {
    var goLives = new ArrayList<GoLive>();
    double[] days = values(days(List.of(), 0, 50));
    for (int week = 10; week < 58; week += 12) {
      boolean mail = week % 24 == 10;
      goLives.add(new GoLive(MONDAY.plusWeeks(week), Set.of(mail ? "mail" : "printing")));
      for (int i = 7 * week; mail && i < 7 * week + 28; i++) {
        days[i] *= 3;
      }
    }
    var printing = new GoLive(NEXT.day(), Set.of("printing"));
    goLives.add(NEXT);
    goLives.add(printing);

    WaveDays ofMail = WaveDays.of(series(days), goLives, NEXT);
    WaveDays ofPrinting = WaveDays.of(series(days), goLives, printing);

    assertThat(ofMail.high()).isGreaterThan(1.5 * ofPrinting.high());
  }

  @Test
  void eightOfTenGoLivesBringWhatWasSaid() {
    var random = new SplittableRandom(12);
    int held = 0;
    int runs = 400;
    for (int run = 0; run < runs; run++) {
      double[] days = values(days(List.of(), 0, 60));
      var before = new ArrayList<LocalDate>();
      double brought = 0;
      for (int week = 16; week <= 60; week += 11) {
        double rise = 0.8 * Math.exp(0.5 * random.nextGaussian() - 0.125);
        for (int i = 0; i < 42 && 7 * week + i < days.length; i++) {
          days[7 * week + i] *= 1 + rise * Math.pow(2, -(i / 7) / 2.0);
        }
        if (week < 60) {
          before.add(MONDAY.plusWeeks(week));
        } else {
          brought = 60 * rise * (1 + Math.pow(2, -0.5));
        }
      }
      WaveDays wave = WaveDays.of(series(days), like(before), NEXT);
      held += wave.low() <= brought && brought <= wave.high() ? 1 : 0;
    }

    assertThat(held / (double) runs).isBetween(0.75, 0.95);
  }

  private static List<GoLive> like(List<LocalDate> before) {
    var all = new ArrayList<GoLive>();
    before.forEach(day -> all.add(new GoLive(day, Set.of("mail"))));
    all.add(NEXT);
    return all;
  }

  /// Working days only, the same number each, until the week before the next go-live.
  private static Series days(List<LocalDate> goLives, double rise, double perWeek) {
    double[] days = new double[7 * 60];
    for (int i = 0; i < days.length; i++) {
      LocalDate day = MONDAY.plusDays(i);
      days[i] = day.getDayOfWeek().getValue() > 5 ? 0 : perWeek / 5;
      for (LocalDate goLive : goLives) {
        long after = goLive.until(day, ChronoUnit.DAYS);
        days[i] *= after < 0 || after > 41 ? 1 : 1 + rise * Math.pow(2, -(after / 7) / 2.0);
      }
    }
    return series(days);
  }

  private static double[] values(Series days) {
    double[] values = new double[days.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = days.at(i);
    }
    return values;
  }

  private static Series series(double... days) {
    return Series.of(MONDAY, Series.Step.DAY, days);
  }
}
