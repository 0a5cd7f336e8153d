package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.RandomPlans;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A pass that is run again and again.
final class SerialPassTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  @Test
  @Tag("slow")
  void aPassKeepsNothingOfTheRunBefore() {
    for (int seed = 0; seed < 40; seed++) {
      assertSame(new RandomPlans(seed).sound());
    }
    assertSame(
        PlanText.read(
            """
            start   2027-01-11
            window  prod Tue 08:00..Tue 11:00
            window  night Tue 20:00..Tue 23:00 out of hours
            long    30d
            a       2h by jon within prod
            b       2h by jon within prod
            c       2h by jon within night
            d       3h by jon within night
            e       3h by jon within night splittable
            f       3h by jon within prod splittable
            g       1d by jon as late as possible
            h       9d by jon 60%
            i       5d by jon 50%
            """));
  }

  private static void assertSame(Plan plan) {
    Prepared prepared = Preparation.prepare(plan, Interruptions.NONE, MONDAY, new Findings());
    int[] order = Ranks.byLongestPath(prepared);
    SerialPass once = new SerialPass(prepared);
    once.run(order);
    SerialPass again = new SerialPass(prepared);
    again.run(turned(order));
    again.run(order);
    assertThat(again.start).containsExactly(once.start);
    assertThat(again.finish).containsExactly(once.finish);
    assertThat(again.blockedBy).containsExactly(once.blockedBy);
    assertThat(again.decider).containsExactly(once.decider);
    assertThat(again.byWindow).containsExactly(once.byWindow);
    assertThat(again.putOff).containsExactly(once.putOff);
    assertThat(again.person).containsExactly(once.person);
    assertThat(again.asked()).isEqualTo(once.asked());
  }

  private static int[] turned(int[] order) {
    int last = order.length - 1;
    return IntStream.rangeClosed(0, last).map(at -> order[last - at]).toArray();
  }

  @Test
  void whereOneLookedInVainTheReasonStays() {
    Prepared plan =
        Preparation.prepare(
            PlanText.read(
                """
                start   2027-01-11
                window  prod Tue 08:00..Tue 11:00
                a       2h by jon within prod
                b       2h by jon within prod
                c       2h by jon within prod
                d       2h by jon within prod not before 2027-01-14
                e       1h by jon within prod
                f       2h by jon 50%, eva within prod
                """),
            Interruptions.NONE,
            MONDAY,
            new Findings());
    SerialPass pass = new SerialPass(plan);
    pass.run(new int[] {0, 1, 2, 3, 4, 5});
    assertThat(Arrays.stream(pass.start).map(it -> (it - 31 * Axis.DAY) / Axis.DAY))
        .containsExactly(1, 8, 15, 22, 1, 29);
    assertThat(pass.byWindow).containsExactly(true, true, true, true, false, true);
    assertThat(pass.blockedBy[4]).isZero();
  }
}
