package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a search takes for better: the same plan placed in two orders.
final class AimTests {
  private static final int DAY = 1_440;

  /// Minutes of a day at five in the afternoon.
  private static final int EVENING = 1_020;

  private static final String PLAN =
      """
      person   jon
      person   eva
      project  P from 2027-01-11 on usual
      a        1d by jon
      b        2d by jon
      c        3d by eva
      z        1d done 2027-01-04..2027-02-01
      project  Q from 2027-01-11 on usual
      d        1d by jon deadline 2027-01-12
      e        elapsed 1d deadline 2027-01-11
      project  R from 2027-01-11 on usual
      f        1d done 2027-01-04..2027-01-05
      g        1d after g deadline 2027-01-01
      promise project P by 2027-01-13 weight 3 hard
      promise project R by 2027-01-01 hard
      promise task a by 2027-01-13 weight 2
      """;

  private final Orders orders = Orders.of(PLAN);
  private final SerialPass first = placed("a b c d e z f g");
  private final SerialPass second = placed("d b a c e z f g");
  private final Aim aim = new Aim(orders.plan(), first);

  @Test
  void hardDatesCountThenOtherDatesThenLaterEndsThenAllEndsThenChangedStarts() {
    long[] shown = aim.of(first);
    long[] other = aim.of(second);
    assertThat(shown[0]).as("P ends on Wednesday, as was promised").isZero();
    assertThat(shown[1]).as("d ends on Thursday instead of Tuesday").isEqualTo(DAY + EVENING);
    assertThat(shown[2]).isZero();
    assertThat(shown[4]).isZero();
    assertThat(other[0]).as("P ends on Thursday, weight 3").isEqualTo(3 * EVENING);
    assertThat(other[1]).as("a ends on Thursday, weight 2").isEqualTo(2 * EVENING);
    assertThat(other[2]).as("P ends a day later").isEqualTo(DAY);
    assertThat(other[3] - shown[3])
        .as("P a day later, Q on Monday, not Thursday evening")
        .isEqualTo(DAY - (2 * DAY + EVENING));
    assertThat(other[4]).as("a and d begin at another time").isEqualTo(2);
  }

  @Test
  void ofTasksThatEndTogetherTheFirstEndsTheProjectAndWhatIsDoneNever() {
    assertThat(aim.lastOf(first)).containsExactly(number("b"), number("d"), -1);
    assertThat(aim.lastOf(second)).containsExactly(number("a"), number("e"), -1);
  }

  @Test
  void lateIsWhatEndsAfterItsDayNotAtItsMidnight() {
    assertThat(aim.late(first)).isEqualTo(List.of(number("d")));
    assertThat(aim.late(second)).isEqualTo(List.of(number("a"), number("a")));
  }

  private SerialPass placed(String order) {
    return orders.placed(orders.numbers(order));
  }

  private int number(String id) {
    return orders.number(id);
  }
}
