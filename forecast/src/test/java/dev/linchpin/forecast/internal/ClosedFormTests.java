package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Runs of plans whose answer is known by a formula, with other work than the engine would draw.
/// Everything within three standard errors; `bin/bench closed-forms` plays a million runs and
/// prints how many standard errors each figure is off.
final class ClosedFormTests {
  private static final String RUNS_ASKED = "linchpin.closed-form.runs";
  private static final int RUNS = Integer.getInteger(RUNS_ASKED, 200_000);

  /// Minutes are whole: what that may do to a chance.
  private static final double ROUNDING = 1e-4;

  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final String ALWAYS =
      """
      calendar always Mon-Sun 00:00-24:00
      person jon on always
      person eva on always
      project P from 2027-01-11 on always
      """;

  /// Minutes until each run of a plan has ended, with work by the inverse of its distribution.
  private static double[] ends(String tasks, DoubleUnaryOperator work) {
    Prepared plan =
        Preparation.prepare(
            PlanText.read(ALWAYS + tasks), Interruptions.NONE, MONDAY, new Findings());
    RunClocks clocks = new RunClocks(plan, Interruptions.NONE, new Seed(1));
    DispatchPass pass = new PlainPass(plan, Ranks.byLongestPath(plan), clocks);
    double[] ends = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      for (int i = 0; i < plan.count(); i++) {
        double u = Draws.uniform(Draws.key(Draws.key(77, i), run));
        pass.work[i] = (int) Math.round(Math.max(1, work.applyAsDouble(u)));
      }
      pass.run();
      ends[run] = pass.endOf[0] - plan.axis.asOf();
    }
    return ends;
  }

  private static void checkMean(String what, double[] ends, double mean, double sd) {
    double found = Arrays.stream(ends).average().orElseThrow();
    print(what + " mean", found, mean, sd / Math.sqrt(RUNS));
    assertThat(found).isCloseTo(mean, within(3 * sd / Math.sqrt(RUNS) + 0.5));
  }

  private static void checkChance(String what, double[] ends, double most, double chance) {
    double found = Arrays.stream(ends).filter(it -> it <= most).count() / (double) RUNS;
    double error = Math.sqrt(chance * (1 - chance) / RUNS);
    print("%s chance of %.0f".formatted(what, most), found, chance, error);
    assertThat(found).isCloseTo(chance, within(3 * error + ROUNDING));
  }

  private static void print(String what, double found, double expected, double error) {
    if (System.getProperty(RUNS_ASKED) != null) {
      System.out.printf(
          Locale.ROOT,
          "closed-form runs=%d found=%.6g expected=%.6g standard_errors=%.2f %s%n",
          RUNS,
          found,
          expected,
          (found - expected) / error,
          what);
    }
  }

  @Test
  void aChainOfExponentialsIsErlang() {
    double[] ends =
        ends(
            "a 1h by jon\nb 1h by eva after a\nc 1h by jon after b\nd 1h by eva after c",
            u -> -6_000 * Math.log(u));
    checkMean("chain of exponentials", ends, 24_000, 12_000);
    double x = 5;
    double chance = 1 - Math.exp(-x) * (1 + x + x * x / 2 + x * x * x / 6);
    checkChance("chain of exponentials", ends, x * 6_000, chance);
  }

  @Test
  void theSlowerOfTwoUniformsTakesTwoThirdsOfTheRange() {
    double[] ends = ends("a 1h by jon\nb 1h by eva", u -> 20_000 * u);
    checkMean("slower of two uniforms", ends, 20_000 * 2 / 3.0, 20_000 / Math.sqrt(18));
    checkChance("slower of two uniforms", ends, 10_000, 0.25);
    checkChance("slower of two uniforms", ends, 18_000, 0.81);
  }

  @Test
  void theSumOfNormalsIsNormal() {
    double[] ends =
        ends(
            "a 1h by jon\nb 1h by eva after a\nc elapsed 1h after b\nd 1h after c",
            u -> 10_000 + 1_000 * Normal.quantile(u));
    checkMean("sum of normals", ends, 40_000, 2_000);
    checkChance("sum of normals", ends, 40_000 + 2_000 * Normal.quantile(0.8), 0.8);
    checkChance("sum of normals", ends, 40_000 + 2_000 * Normal.quantile(0.05), 0.05);
  }

  @Test
  void oneMachineDoesOneAfterTheOtherWhateverTheOrder() {
    double[] ends =
        ends("a 1h by jon\nb 2h by jon\nc 3h by jon\nd 4h by jon", u -> -6_000 * Math.log(u));
    checkMean("one machine", ends, 24_000, 12_000);
    checkChance("one machine", ends, 24_000, 1 - Math.exp(-4) * (1 + 4 + 8 + 64 / 6.0));
  }
}
