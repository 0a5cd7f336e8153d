package dev.linchpin.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Interruptions.Phase;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// People's time in runs, interruptions and absence taken out.
final class RunClocksTests {
  private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2027, 1, 13, 10, 0);

  /// Jon is often away, Eva has odd hours and a leave, Ola loses more than she has for a while.
  private static final String TEAM =
      """
      calendar odd Mon 08:00-10:00 11:00-12:30 14:00-19:00, Wed-Thu 06:00-12:00, Sat 20:00-24:00
      person jon absent 12 a year 6d
      person eva on odd away 2027-02-01..2027-02-12
      person ola
      start  2027-01-13
      some   1h by jon
      """;

  private static RunClocks clocks() {
    List<Duration> twoHours = Collections.nCopies(7, Duration.ofHours(2));
    Phase wave = new Phase(LocalDate.of(2027, 2, 1), 5);
    Phase calm = new Phase(LocalDate.of(2027, 4, 5), 1);
    Map<PersonId, Load> loads =
        Map.of(
            new PersonId("jon"), new Load(twoHours, 0.2, 0.4, 0.5),
            new PersonId("eva"), new Load(twoHours, 0.5, 0.9, 0.5),
            new PersonId("ola"), new Load(twoHours, 0.2, 0.4, 0.5, List.of(wave, calm)));
    Interruptions interruptions = new Interruptions(loads, 0.5);
    Prepared plan =
        Preparation.prepare(PlanText.read(TEAM), interruptions, WEDNESDAY, new Findings());
    return new RunClocks(plan, interruptions, new Seed(5));
  }

  @Test
  void workEndsWhenAsMuchIsDoneDayByDay() {
    RunClocks clocks = clocks();
    Random random = new Random(5);
    int today = 31 * Axis.DAY;
    for (int run = 0; run < 200; run++) {
      clocks.begin(run);
      for (int person = 0; person < 3; person++) {
        int from = clocks.next(person, today + random.nextInt(150 * Axis.DAY));
        int work = 1 + random.nextInt(6_000);
        int end = clocks.finish(person, from, work);
        String which = "run %d person %d from %d work %d".formatted(run, person, from, work);
        assertThat(clocks.done(person, from, end)).as(which).isBetween(work - 1, work + 60);
        assertThat(clocks.done(person, from, end - 1)).as(which).isLessThan(work);
      }
    }
  }

  @Test
  void whatIsAskedFirstChangesNothing() {
    RunClocks near = clocks();
    RunClocks far = clocks();
    near.begin(3);
    far.begin(3);
    int today = 31 * Axis.DAY;
    far.finish(0, today, 400_000);
    int[] asked = {60, 480, 5_000, 100_000, 400_000};
    int[] found = Arrays.stream(asked).map(work -> near.finish(0, today, work)).toArray();
    int[] again = Arrays.stream(asked).map(work -> far.finish(0, today, work)).toArray();
    assertThat(found).isEqualTo(again);
  }
}
