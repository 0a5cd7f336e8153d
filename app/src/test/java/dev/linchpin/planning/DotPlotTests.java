package dev.linchpin.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DotPlotTests {
  private static final LocalDate BY = LocalDate.of(2027, 3, 29);
  private static final DateWords WORDS = new DateWords(LocalDate.of(2027, 3, 18));
  private static final long SEED = 7;
  private static final int PLOTS = 500;

  @Test
  void theCaptionCountsTheDotsThatAreDrawn() {
    DotPlot plot = DotPlot.of(days(17, 3), BY, WORDS);

    assertThat(plot.caption())
        .isEqualTo(
            "Each dot is 1 of 20 equally likely dates. 17 are on or before 29 March (filled);"
                + " 3 are later (open).");
    assertThat(plot.dots().stream().filter(DotPlot.Dot::early)).hasSize(17);
  }

  @Test
  void everyDotStandsOnItsSideOfTheLineAndInsideThePicture() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < PLOTS; i++) {
      int range = 1 + random.nextInt(400);
      List<LocalDate> days = new ArrayList<>();
      for (int dot = 0; dot < 20; dot++) {
        days.add(BY.plusDays(random.nextInt(range) - range * 3L / 4));
      }
      days.sort(null);
      DotPlot plot = DotPlot.of(days, BY, WORDS);

      assertThat(plot.dots()).as("seed %d, plot %d", SEED, i).hasSize(20);
      assertThat(plot.dots())
          .as("seed %d, plot %d", SEED, i)
          .allMatch(dot -> dot.early() == dot.x() < plot.line())
          .allMatch(dot -> dot.x() >= 0 && dot.x() <= plot.width())
          .allMatch(dot -> dot.y() >= 0 && dot.y() <= plot.height());
      assertThat(plot.dots().stream().filter(DotPlot.Dot::early))
          .hasSize((int) days.stream().filter(day -> !day.isAfter(BY)).count());
    }
  }

  private static List<LocalDate> days(int early, int late) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < early; i++) {
      days.add(BY.minusDays((early - i) / 3));
    }
    for (int i = 0; i < late; i++) {
      days.add(BY.plusDays(1 + 2L * i));
    }
    return days;
  }
}
