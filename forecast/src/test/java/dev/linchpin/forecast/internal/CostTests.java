package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What placing costs, counted: four times the tasks are four times the questions, not sixteen.
final class CostTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);
  private static final int FEW = 300;
  private static final int MANY = 1_200;

  @ParameterizedTest
  @CsvSource({
    "Tue 08:00..Tue 11:00, 2h by jon",
    "Tue 08:00..Tue 11:00, '2h by jon, eva'",
    "Tue 08:00..Tue 11:00, 2h by jon 60%",
    "Tue 08:00..Tue 11:00, 4h by jon splittable",
    "Tue 20:00..Tue 23:00 out of hours, 2h by jon",
    "Tue 20:00..Tue 23:00 out of hours, 4h by jon splittable"
  })
  void aWindowThatManyWantIsLookedThroughOnce(String window, String work) {
    assertGrowsWithTheTasks(
        "window prod " + window + "\n", task -> "t" + task + " " + work + " within prod");
  }

  @ParameterizedTest
  @CsvSource({
    "Tue 08:00..Tue 11:00, 2h by jon",
    "Tue 08:00..Tue 11:00, '2h by jon, eva'",
    "Tue 08:00..Tue 11:00, 4h by jon splittable",
    "Tue 20:00..Tue 23:00 out of hours, 2h by jon",
    "Tue 20:00..Tue 23:00 out of hours, 4h by jon splittable"
  })
  void soItIsFromTheEndForWhatIsWantedAsLateAsPossible(String window, String work) {
    assertGrowsWithTheTasks(
        "window prod " + window + "\nlong elapsed 2000w\n",
        task -> "t" + task + " " + work + " within prod as late as possible");
  }

  @Test
  void soItIsWhereTheWorkDiffersInLength() {
    assertGrowsWithTheTasks(
        "window prod Tue 08:00..Tue 11:00\n",
        task -> "t" + task + " " + (1 + task % 3) + "h by jon within prod");
  }

  @Test
  void peopleAreAskedOnceForEachTaskTheyMayDo() {
    assertGrowsWithTheTasks(
        "person jon knows linux 5\nperson eva knows linux 3\nperson ola knows linux 1\n",
        task -> "t" + task + " 3h needs linux");
  }

  @Test
  void fourTimesThePeopleAreNotAskedFourTimesAsOften() {
    IntFunction<String> task = number -> "t" + number + " 3h needs linux";
    long few = asked(people(FEW / 4), task, FEW);

    assertThat(asked(people(MANY / 4), task, MANY)).isLessThan(few * (MANY / FEW) * 5 / 4);
  }

  private static String people(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "person p" + number + " knows linux 3\n")
        .collect(Collectors.joining());
  }

  @Test
  void piecesFillTheGapsThatPinsLeave() {
    assertGrowsWithTheTasks(
        "",
        task ->
            task % 2 == 0
                ? "t" + task + " 1h by jon start on " + MONDAY.toLocalDate().plusDays(task)
                : "t" + task + " 2h by jon splittable");
  }

  private static void assertGrowsWithTheTasks(String head, IntFunction<String> task) {
    assertThat(asked(head, task, MANY))
        .isPositive()
        .isLessThan(asked(head, task, FEW) * (MANY / FEW) * 5 / 4);
  }

  private static long asked(String head, IntFunction<String> task, int tasks) {
    String text =
        IntStream.range(0, tasks)
            .mapToObj(task)
            .collect(Collectors.joining("\n", "start 2027-01-11\n" + head, "\n"));
    Placing placing = Placing.place(PlanText.read(text), Interruptions.NONE, MONDAY);
    assertThat(placing.schedule().tasks()).hasSizeGreaterThanOrEqualTo(tasks);
    return placing.pass.asked();
  }
}
