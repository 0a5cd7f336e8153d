package dev.linchpin.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DotPlotTests {
  private static final LocalDate BY = LocalDate.of(2027, 3, 29);

  @Test
  void theCaptionCountsTheDotsThatAreDrawn() {
    DotPlot plot = DotPlot.of(days(-6, -6, -3, 0, 0, 1, 7), BY);

    assertThat(plot.dots().stream().filter(DotPlot.Dot::late)).hasSize(2);
    assertThat(plot.caption())
        .isEqualTo(
            "Each dot is 1 of 7 equally likely dates. 5 are on or before 29 March (filled);"
                + " 2 are later (open).");
  }

  @Test
  void theLineStandsBetweenTheTwoKindsHoweverWideTheDatesSpread() {
    for (int spread : List.of(1, 3, 10, 100, 1000)) {
      DotPlot plot = DotPlot.of(days(-spread, -1, 0, 1, 2, spread), BY);

      assertThat(plot.dots())
          .allSatisfy(dot -> assertThat(dot.x() > plot.byX()).isEqualTo(dot.late()));
    }
  }

  @Test
  void noDotAndNoLabelLeavesThePicture() {
    DotPlot plot = DotPlot.of(days(-900, -900, 0, 1, 30), BY);

    assertThat(plot.dots()).allSatisfy(dot -> assertThat(dot.x()).isBetween(6.0, 314.0));
    assertThat(plot.dots()).allSatisfy(dot -> assertThat(dot.y()).isGreaterThan(6));
    assertThat(plot.labels()).allSatisfy(label -> assertThat(label.x()).isBetween(24.0, 296.0));
  }

  private static List<LocalDate> days(Integer... offsets) {
    return Stream.of(offsets).map(BY::plusDays).toList();
  }
}
