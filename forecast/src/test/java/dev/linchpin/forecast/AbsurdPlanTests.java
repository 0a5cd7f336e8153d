package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.validate.Validator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plans with numbers and dates nobody means: every one is placed as far as it can be, what is left
/// out is said, and the validator accepts the rest.
@Tag("slow")
final class AbsurdPlanTests {
  private static final int PLANS = 300;

  @Test
  void absurdNumbersAndDatesGiveAScheduleAndFindings() {
    int placed = 0;
    Set<Finding.Code> said = EnumSet.noneOf(Finding.Code.class);
    for (int seed = 0; seed < PLANS; seed++) {
      String text = new Absurd(seed).plan();
      Plan plan = PlanText.read(text);
      Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, schedule))
          .as("seed %d:%n%s", seed, text)
          .isEmpty();
      Set<TaskId> told = new HashSet<>(schedule.tasks().keySet());
      schedule.findings().forEach(it -> told.addAll(it.tasks()));
      assertThat(told)
          .as("seed %d:%n%s", seed, text)
          .containsAll(plan.tasks().stream().map(Task::id).toList());
      said.addAll(Plans.codes(schedule.findings()));
      placed += schedule.tasks().size();
    }
    assertThat(placed).isGreaterThan(PLANS);
    assertThat(said)
        .contains(
            Finding.Code.CYCLE,
            Finding.Code.TOO_FAR,
            Finding.Code.NO_WINDOW,
            Finding.Code.NO_WORKING_TIME,
            Finding.Code.NOBODY_KNOWS,
            Finding.Code.OVER_CAPACITY,
            Finding.Code.CONSTRAINT_BROKEN);
  }

  @Test
  void absurdPlansHaveAForecastAndCanBeImproved() {
    for (int seed = 0; seed < PLANS / 4; seed++) {
      String text = new Absurd(seed).plan();
      Plan plan = PlanText.read(text);
      assertThat(Plans.forecast(text, 10).forecast()).as("seed %d:%n%s", seed, text).isNotNull();
      Schedule better =
          Scheduler.schedule(
              plan, Interruptions.NONE, Plans.MONDAY, new Effort(30, new Seed(seed), () -> false));
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, better))
          .as("seed %d:%n%s", seed, text)
          .isEmpty();
    }
  }

  /// Words of plans put together by chance, far too large and far too small ones among them.
  private static final class Absurd {
    private static final List<String> DATES =
        List.of(
            "0001-01-01",
            "1969-12-31",
            "2027-01-10T23:59",
            "2027-01-11",
            "2027-01-12T09:00",
            "2027-02-28T00:00",
            "2126-12-31",
            "9999-12-31");
    private static final List<String> TIMES =
        List.of("0d", "1m", "59m", "1d", "3w", "400w", "5300w", "999999999w");
    private static final List<String> LAGS =
        List.of("", " +1m", " -1d", " +9w", " -600w", " +999999999w", " -999999999w elapsed");
    private static final List<String> TYPES =
        List.of("", " start-start", " finish-finish", " start-finish");
    private static final List<String> SHARES = List.of("", " 1%", " 0.001", " 50%", " 10000%");
    private static final List<String> CONSTRAINTS =
        List.of(
            "start on", "finish on", "not before", "finish not before", "start by", "finish by");

    private final SplittableRandom random;

    Absurd(long seed) {
      this.random = new SplittableRandom(seed);
    }

    String plan() {
      List<String> lines = new ArrayList<>();
      lines.add("calendar c0 Mon-Fri 08:00-12:00 13:00-17:00");
      lines.add("calendar c1 Mon-Sun 00:00-24:00");
      lines.add("calendar c2 Mon free");
      lines.add("calendar c3 Wed 23:59-24:00");
      for (int i = 0; i < 5; i++) {
        lines.add(
            "person p"
                + i
                + " on c"
                + random.nextInt(i < 2 ? 1 : 4)
                + " capacity "
                + any(List.of("1", "0.001", "2.5", "100"))
                + (half() ? " knows linux " + (1 + random.nextInt(5)) : "")
                + (random.nextInt(4) == 0 ? " away " + days() : ""));
      }
      lines.add("window w0 Tue 08:00..Tue 08:01" + lead());
      lines.add("window w1 " + any(DATES) + "..9999-12-31T23:59" + lead());
      lines.add("window w2" + lead() + (half() ? " out of hours" : ""));
      lines.add("freeze \"For ever\" " + days());
      lines.add("project P from " + any(DATES) + " on c" + random.nextInt(4));
      int tasks = 1 + random.nextInt(12);
      for (int i = 0; i < tasks; i++) {
        lines.add(task(i, tasks));
      }
      lines.add("promise task t0 by " + any(DATES).substring(0, 10) + " weight 9 hard");
      lines.add("promise project P by " + any(DATES).substring(0, 10));
      return String.join("\n", lines);
    }

    private String task(int i, int tasks) {
      StringBuilder task = new StringBuilder("t" + i + ' ');
      task.append(any(List.of("", "", "effort ", "elapsed "))).append(any(TIMES));
      if (half()) {
        task.append(" by p").append(random.nextInt(5)).append(any(SHARES));
      }
      if (random.nextInt(5) == 0) {
        task.append(" needs linux level ").append(1 + random.nextInt(6)).append(any(SHARES));
      }
      if (random.nextInt(5) == 0) {
        task.append(" within w").append(random.nextInt(4));
      }
      if (random.nextInt(3) == 0) {
        task.append(" splittable");
      }
      for (int link = random.nextInt(3); link > 0; link--) {
        int to = random.nextInt(6) == 0 ? random.nextInt(tasks + 1) : random.nextInt(i + 1) - 1;
        if (to >= 0) {
          task.append(" after t").append(to).append(any(TYPES)).append(any(LAGS));
        }
      }
      if (random.nextInt(4) == 0) {
        task.append(' ').append(any(CONSTRAINTS)).append(' ').append(any(DATES));
      } else if (random.nextInt(6) == 0) {
        task.append(" as late as possible");
      }
      if (random.nextInt(8) == 0) {
        task.append(" started ").append(any(DATES.subList(0, 3))).append(" left ");
        task.append(any(TIMES));
      }
      return task.toString();
    }

    private String days() {
      return half() ? "0001-01-01..9999-12-31" : "2027-01-12..2027-01-20";
    }

    private String lead() {
      return any(List.of("", "", " lead 9d", " lead 3650000d"));
    }

    private boolean half() {
      return random.nextBoolean();
    }

    private String any(List<String> some) {
      return some.get(random.nextInt(some.size()));
    }
  }
}
