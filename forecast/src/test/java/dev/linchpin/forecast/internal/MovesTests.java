package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which orders a search tries next.
final class MovesTests {
  private static final int ROUNDS = 2_000;

  private static final String PLAN =
      """
      project P from 2027-01-11 on usual
      runs    1d started 2027-01-08 left 1d
      a       1d
      b       1d
      c       1d
      d       1d
      e       1d
      f       1d
      g       1d
      fixed   1d start on 2027-01-20
      h       1d
      i       1d
      j       1d
      project Q from 2027-01-11 on usual
      k       1d
      l       1d
      m       1d
      n       1d
      o       1d
      p       1d
      q       1d
      r       1d
      """;

  private final Orders orders = Orders.of(PLAN);
  private final int[] order = IntStream.range(0, orders.plan().count()).toArray();
  private final Moves moves = new Moves(orders.plan(), new SplittableRandom(1));

  @Test
  void oneToThreeTasksMoveOverLessThanAThirdOfThePlan() {
    List<Integer> deciding = List.of(orders.number("d"));
    int furthest = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int[] moved = moves.moved(order, deciding);
      assertThat(moved).containsExactlyInAnyOrder(order);
      furthest = Math.max(furthest, furthest(moved));
    }
    assertThat(furthest).as("a task can meet the same chance three times").isBetween(6, 18);
  }

  @Test
  void mostMovesAreOfWhatDecidesAndBothWays() {
    int number = orders.number("o");
    int earlier = 0;
    int later = 0;
    int elsewhere = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int[] moved = moves.moved(order, List.of(number));
      int at = placeOf(number, moved);
      earlier += at < number ? 1 : 0;
      later += at > number ? 1 : 0;
      int[] first = Arrays.copyOf(moved, orders.number("k"));
      elsewhere += Arrays.equals(first, Arrays.copyOf(order, first.length)) ? 0 : 1;
    }
    assertThat(earlier).isBetween(ROUNDS / 3, ROUNDS / 2);
    assertThat(later).isBetween(ROUNDS / 3, ROUNDS / 2);
    assertThat(elsewhere).isBetween(ROUNDS / 10, ROUNDS / 4);
  }

  @Test
  void noTaskPassesWhatRunsWhatIsPinnedOrAnotherProject() {
    List<Integer> all = IntStream.of(order).boxed().toList();
    for (int round = 0; round < ROUNDS; round++) {
      String moved = orders.names(moves.moved(order, all));
      assertThat(moved).matches("runs ([a-g] ){7}fixed ([h-j] ){3}([k-r] ?){8}");
    }
  }

  @Test
  void everyPlaceBetweenThemIsReached() {
    int number = orders.number("h");
    assertThat(
            IntStream.range(0, ROUNDS)
                .map(_ -> placeOf(number, moves.moved(order, List.of(number))))
                .distinct())
        .containsExactlyInAnyOrder(9, 10, 11);
    int last = orders.number("r");
    assertThat(
            IntStream.range(0, ROUNDS)
                .map(_ -> placeOf(last, moves.moved(order, List.of(last))))
                .distinct())
        .contains(12, 13, 14, 15, 16, 17, 18, 19);
  }

  @Test
  void theOnlyTaskOfAPlanStaysWhereItIs() {
    Orders one = Orders.of("start 2027-01-11\na 1d");
    Moves alone = new Moves(one.plan(), new SplittableRandom(1));

    assertThat(alone.moved(new int[] {0}, List.of(0))).containsExactly(0);
  }

  private int furthest(int[] moved) {
    return IntStream.range(0, moved.length).map(at -> Math.abs(moved[at] - at)).max().orElse(0);
  }

  private static int placeOf(int task, int[] list) {
    return IntStream.range(0, list.length).filter(at -> list[at] == task).findFirst().orElse(-1);
  }
}
