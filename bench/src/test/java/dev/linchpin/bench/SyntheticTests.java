package dev.linchpin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The witness and the engine agree, and the test that compares them would notice if not.
final class SyntheticTests {
  @Test
  void theWitnessEndsBeforeTheByDateInFourOfFiveLives() {
    TrueProject project = TrueProject.of(7);
    var question =
        new Forecaster.Question(
            project.plan(),
            project.interruptions(),
            History.NONE,
            PeoplePlan.START,
            2_048,
            new Seed(1));
    Spread end = Forecaster.forecast(question).forecast().projects().get(TrueProject.ID);
    assertThat(end).isNotNull();
    if (end != null) {
      for (double q : new double[] {0.1, 0.5, 0.8, 0.95}) {
        long kept =
            LongStream.range(0, 2_000)
                .filter(seed -> !TrueRun.end(project, seed).isAfter(end.at(q)))
                .count();
        assertThat(kept / 2_000.0).as("%s", q).isCloseTo(q, within(0.045));
      }
    }
  }

  @Test
  void valuesThatAreNotUniformAreFound() {
    double[] even = IntStream.range(0, 200).mapToDouble(i -> (i + 0.5) / 200).toArray();
    double[] narrow = Arrays.stream(even).map(it -> 0.2 + 0.6 * it).toArray();
    assertThat(SyntheticBench.chance(SyntheticBench.distance(even), 200)).isGreaterThan(0.99);
    assertThat(SyntheticBench.chance(SyntheticBench.distance(narrow), 200)).isLessThan(0.001);
    // Table: at n = 200 a distance of 0.096 is exceeded with chance 0.05.
    assertThat(SyntheticBench.chance(0.0954, 200)).isCloseTo(0.05, within(0.004));
  }
}
