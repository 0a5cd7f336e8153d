package dev.linchpin.forecast.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.RandomPlans;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.search.BrokenText;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanTextTests {
  private static final LocalDateTime NOW = LocalDateTime.of(2027, 1, 11, 8, 0);
  private static final int TASKS_PLACED = 50;

  @Test
  void whatIsWrittenReadsBackTheSame() {
    for (int seed = 0; seed < 300; seed++) {
      Plan plan = new RandomPlans(seed).odd();
      String text = PlanText.write(plan);
      assertThat(PlanText.read(text)).as(text).isEqualTo(plan);
    }
  }

  @Test
  void nothingIsNothingWithAnySign() {
    String plan = "start 2027-01-11\na 1d\nrisk r of P -0% delays a 1d\n";
    assertThat(PlanText.read(plan)).isEqualTo(PlanText.read(plan.replace("-0%", "0%")));
  }

  @ParameterizedTest
  @CsvSource({
    "30m, 30m",
    "90m, 90m",
    "120m, 2h",
    "8h, 1d",
    "24h, 3d",
    "5d, 5d",
    "1w, 5d",
    "3w, 15d",
    "elapsed 24h, elapsed 1d",
    "elapsed 1w, elapsed 7d",
    "elapsed 36h, elapsed 36h",
    "elapsed 8h, elapsed 8h",
    "PT1M30S, PT1M30S",
    "effort 4h/1d/2d, effort 4h/1d/2d",
    "999999999m, 999999999m",
    "PT16666667H, PT16666667H",
    "1d by jon 33%, 1d  by jon 33%",
    "1d by jon 0.5, 1d  by jon 50%",
    "1d by jon 0.333, 1d  by jon 0.333",
    "0d, 0d",
    "working 0m, working 0d",
    "1d after b -90m, 1d  after b -90m",
    "1d after b +2d elapsed, 1d  after b +2d elapsed",
    "1d after b PT1S, 1d  after b PT1S",
    "1d as late as possible within w, 1d  as late as possible  within w"
  })
  void amountsAreWrittenInTheLargestUnitThatHoldsThem(String read, String written) {
    String plan = "start 2027-01-11\nwindow w\nperson jon\nb 1d\na ";
    assertThat(PlanText.write(PlanText.read(plan + read))).contains("\na  " + written + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 3d                          | Line 1: A task needs a project.",
        "start Tue 2027-01-11          | Line 1: 2027-01-11 is a Mon.",
        "start 2027-02-30              | Line 1: ",
        "start 2027-01-11~a 3x         | Line 2: \"3x\" is no duration.",
        "start 2027-01-11~a 3d/2d/1d   | Line 2: Three points go up",
        "start 2027-01-11~a 3d by      | Line 2: Here a person is missing.",
        "start 2027-01-11~a 3d so what | Line 2: \"so\" is not expected here.",
        "start 2027-01-11~\"a 3d       | Line 2: A quotation mark is opened and not closed.",
        "holiday 2027-01-11            | Line 1: A day that differs needs a calendar",
        "start 2027-01-11~person jon~rate jon 1e999999999 | Line 3: \"1e999999999\" is no amount",
        "calendar x Mo 08:00-12:00     | Line 1: \"Mo\" is no weekday.",
      })
  void aLineThatCannotBeReadIsNamed(String text, String message) {
    assertThatThrownBy(() -> PlanText.read(text.replace('~', '\n')))
        .isInstanceOf(PlanTextException.class)
        .hasMessageStartingWith(message.strip());
  }

  @Test
  void brokenPlansAreReadOrRefusedWithALine() {
    SplittableRandom random = new SplittableRandom(5);
    for (int seed = 0; seed < 400; seed++) {
      String text = PlanText.write(new RandomPlans(seed % 40).odd());
      readOrRefuse(BrokenText.of(text, random));
    }
  }

  @FuzzTest(maxDuration = "600s")
  void anyTextIsReadOrRefusedWithALine(FuzzedDataProvider data) {
    readOrRefuse(data.consumeRemainingAsString());
  }

  /// What can be read is written and read back the same, and placed as far as it can be.
  private static void readOrRefuse(String text) {
    try {
      Plan plan = PlanText.read(text);
      assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
      if (plan.tasks().size() < TASKS_PLACED) {
        assertThat(Scheduler.schedule(plan, Interruptions.NONE, NOW)).isNotNull();
      }
    } catch (PlanTextException no) {
      assertThat(no.line()).isPositive();
    }
  }
}
