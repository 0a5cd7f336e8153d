package dev.linchpin.forecast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.linchpin.forecast.search.Search.Budget;
import dev.linchpin.forecast.search.Search.Found;
import dev.linchpin.forecast.search.Search.Settings;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstanceTextTests {
  /// Design (3), then build (5) and order (9), then go-live; two pools of 4 and 1.
  private static final Problem ROLLOUT =
      new Problem(
          new int[] {3, 5, 9, 0},
          new int[][] {{}, {0}, {0}, {1, 2}},
          new int[][] {{2, 0}, {4, 1}, {1, 0}, {0, 0}},
          new int[] {4, 1});

  private static final String SM = ROLLOUT.sm();
  private static final String RCP = ROLLOUT.rcp();

  /// Longer schedules than this are not searched here.
  private static final int SEARCHED_MOST = 5_000;

  @Test
  void whatPsplibWritesIsRead() throws InstanceTextException {
    isTheRollout(InstanceText.sm("rollout", SM));
    isTheRollout(InstanceText.sm("rollout", SM.replace("\n", "\r\n")));
  }

  @Test
  void whatRanGenWritesIsReadHoweverItIsWrapped() throws InstanceTextException {
    isTheRollout(InstanceText.rcp("rollout", RCP));
    isTheRollout(InstanceText.rcp("rollout", RCP.replace(" ", "\n\t")));
  }

  private static void isTheRollout(Instance instance) {
    assertThat(instance.name()).isEqualTo("rollout");
    assertThat(instance.network().criticalPath()).isEqualTo(12);
    assertThat(instance.network().before(3)).containsExactlyInAnyOrder(1, 2);
    assertThat(instance.need()).isDeepEqualTo(ROLLOUT.need());
    assertThat(instance.capacity()).containsExactly(4, 1);
    assertThat(search(instance).end()).isEqualTo(ROLLOUT.shortest());
  }

  @Test
  void whatIsWrittenIsReadTheSame() throws InstanceTextException {
    for (int seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      Problem problem = Problem.random(random, 1 + random.nextInt(20), random.nextInt(6), 9);
      int[] order = problem.someOrder(random);
      int[] byHand = problem.placedByHand(order);
      for (Instance read :
          new Instance[] {
            InstanceText.sm("a", problem.sm()), InstanceText.rcp("a", problem.rcp())
          }) {
        int[] start = new int[problem.count()];
        read.decoder().place(order, start);
        assertThat(start).as("seed %d", seed).isEqualTo(byHand);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs (incl | jib     | x has no \"jobs:\" (near line 1).",
        "- renewable| - rare  | x has no \"- renewable:\" (near line 2).",
        "PRECEDENCE | PRESENT | x has no \"PRECEDENCE RELATIONS:\" (near line 4).",
        "DURATIONS  | LENGTHS | x has no \"REQUESTS/DURATIONS:\" (near line 10).",
        "AVAILABILIT| LEFT    | x has no \"RESOURCEAVAILABILITIES:\" (near line 18).",
        "3 1 1 4    | 7 1 1 4 | 7 for the job number, not 3 to 3, line 9",
        "3 1 1 4    | 3 2 1 4 | 2 for the number of modes, not 1 to 1, line 9",
        "3 1 1 4    | 3 1 1 5 | 5 for a successor, not 1 to 4, line 9",
        "3 1 1 4    | 3 1 1 0 | 0 for a successor, not 1 to 4, line 9",
        "3 1 9 1    | 3 2 9 1 | 2 for the mode, not 1 to 1, line 17",
        "2 1 5 4    | 2 1 -5 4| no number for the duration, line 16",
        "2 1 5 4    | 2 1 1000000 4| 1000000 for the duration, not 0 to 100000, line 16",
        "2 1 5 4    | 2 1 5 40000 | 40000 for units of a resource, not 0 to 32767, line 16",
        "2 1 5 4    | 2 1 1234567890 4| no number for the duration, line 16",
        "2 1 5 4    | 2 1 5 5 | x: Activity 1 needs 5 units of a pool of 4.",
        "4 1 0      | 4 1 1 1 | x: 4 activities wait for each other in a circle.",
      })
  void anErrorOfPsplibTextIsNamedWithItsLine(String good, String bad, String message) {
    assertThat(SM).contains(good);
    assertThatThrownBy(() -> InstanceText.sm("x", SM.replaceFirst(quoted(good), bad)))
        .isInstanceOf(InstanceTextException.class)
        .hasMessage(inFull(message));
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no number for the number of jobs, line 1",
        "four | no number for the number of jobs, line 1",
        "0 1 | 0 for the number of jobs, not 1 to 100000, line 1",
        "100001 1 | 100001 for the number of jobs, not 1 to 100000, line 1",
        "1 101 | 101 for the number of resources, not 0 to 100, line 1",
        "1 1~2~3 1 | no number for the number of successors, line 3",
        "1 1~2~3 1 2 | 2 for the number of successors, not 0 to 1, line 3",
        "1 1~2~3 1 1~1 | x: 1 activities wait for each other in a circle.",
        "1 1~2~3 3 0 | x: Activity 0 needs 3 units of a pool of 2.",
        "1 1~2~3.5 1 0 | no number for units of a resource, line 3",
        "100000 100 | no number for units of a resource, line 1",
      })
  void anErrorOfRanGenTextIsNamedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> InstanceText.rcp("x", text.replace('~', '\n')))
        .isInstanceOf(InstanceTextException.class)
        .hasMessage(inFull(message));
  }

  /// The tables above say it in short, so that a case fits a line.
  private static String inFull(String message) {
    return message
        .replaceFirst(
            "(\\d+) for (.*), not (.*) to (.*), line",
            "x has $1 for $2, which is not within $3 and $4, line")
        .replaceFirst("no number for (.*),", "x has no whole number where $1 is expected,")
        .replaceFirst(", line (\\d+)$", " (near line $1).");
  }

  @Test
  void aLargeTextThatWouldFillTheMemoryIsRefused() {
    String jobs = ("100000" + " 0".repeat(100) + " 0\n").repeat(99);
    String text = "99 100\n" + "1 ".repeat(100) + "\n" + jobs;

    assertThatThrownBy(() -> InstanceText.rcp("x", text))
        .isInstanceOf(InstanceTextException.class)
        .hasMessageContaining("9900000 time units; with 100 pools");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void aTextCutOffAnywhereIsReadOrRefusedWithASentence(int each) {
    BrokenText.cutOff(SM, each).forEach(InstanceTextTests::smIsReadOrRefused);
    BrokenText.cutOff(RCP, each).forEach(InstanceTextTests::rcpIsReadOrRefused);
  }

  @Test
  void aBrokenTextIsReadOrRefusedWithASentence() {
    for (int seed = 0; seed < 4_000; seed++) {
      var random = new SplittableRandom(seed);
      smIsReadOrRefused(BrokenText.of(SM, random));
      rcpIsReadOrRefused(BrokenText.of(RCP, random));
    }
  }

  @FuzzTest(maxDuration = "60s")
  void anyTextOfPsplibIsReadOrRefused(FuzzedDataProvider data) {
    smIsReadOrRefused(data.consumeRemainingAsString());
  }

  @FuzzTest(maxDuration = "60s")
  void anyTextOfRanGenIsReadOrRefused(FuzzedDataProvider data) {
    rcpIsReadOrRefused(data.consumeRemainingAsString());
  }

  static void smIsReadOrRefused(String text) {
    try {
      hasASchedule(InstanceText.sm("x", text));
    } catch (InstanceTextException no) {
      assertThat(no.getMessage()).startsWith("x").endsWith(".");
    }
  }

  private static void rcpIsReadOrRefused(String text) {
    try {
      hasASchedule(InstanceText.rcp("x", text));
    } catch (InstanceTextException no) {
      assertThat(no.getMessage()).startsWith("x").endsWith(".");
    }
  }

  private static void hasASchedule(Instance instance) {
    int path = instance.network().criticalPath();
    if (instance.network().work() < SEARCHED_MOST) {
      assertThat(search(instance).end()).isGreaterThanOrEqualTo(path);
    }
  }

  private static Found search(Instance instance) {
    return Search.search(
        instance.decoder(), Settings.POOLS, Budget.of(100), instance.network().criticalPath(), 1);
  }
}
