package dev.linchpin.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.planning.DotPlot.Dot;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DotPlotTests {
  private static final LocalDate FIRST = LocalDate.parse("2027-03-01");

  /// Spreads of one day, a week, a year, with and without ties.
  static Stream<DayCounts> spreads() {
    return Stream.of(1, 2, 7, 30, 365)
        .map(length ->
            new DayCounts(
                IntStream.range(0, length).mapToObj(FIRST::plusDays).toList(),
                IntStream.range(0, length).mapToObj(i -> 1 + i % 7).toList()));
  }

  @ParameterizedTest
  @MethodSource("spreads")
  void captionTextAndPictureCountTheSameDots(DayCounts counts) {
    LocalDate by = counts.at(0.8);
    DotPlot plot = DotPlot.of(counts, by);
    long early = plot.dots().stream().filter(Dot::early).count();

    assertThat(plot.dots()).hasSize(20);
    assertThat(plot.description()).startsWith(early + " of the 20 ");
    assertThat(plot.caption()).contains(" " + early + " are on or before ");
  }

  @ParameterizedTest
  @MethodSource("spreads")
  void everyDotIsInThePictureAndOnItsSideOfTheLine(DayCounts counts) {
    DotPlot plot = DotPlot.of(counts, counts.at(0.8));

    assertThat(plot.dots())
        .allSatisfy(dot -> {
          assertThat(dot.x()).isBetween(0.0, (double) plot.width());
          assertThat(dot.y()).isBetween(0.0, (double) plot.height());
          assertThat(dot.early()).isEqualTo(dot.x() < plot.line());
        });
    List<Double> labels = plot.labels().stream().map(DotPlot.Label::x).toList();
    assertThat(labels).isNotEmpty().isSorted();
  }
}
