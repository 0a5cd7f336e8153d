package dev.linchpin.forecast;

import static dev.linchpin.forecast.Plans.get;
import static dev.linchpin.forecast.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import dev.linchpin.forecast.validate.Validator;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a search for a better schedule may do, and what it may not.
final class ImprovingTests {
  private static final Effort SOME = Effort.passes(60);

  /// Jon begins with the report, because more work follows it; the move is due first.
  private static final String MOVE_IS_DUE =
      """
      start    Mon 2027-01-11
      project  MOVE
      person   jon
      person   eva
      report   5d  by jon
      print    5d  by eva  after report
      move     2d  by jon
      """;

  @Test
  void aHardDateIsKeptAtTheCostOfTheRest() {
    Plan plan = PlanText.read(MOVE_IS_DUE + "promise task move by 2027-01-13 hard\n");

    assertThat(Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY).findings())
        .extracting(Finding::code)
        .contains(Finding.Code.PROMISE_AT_RISK);
    Schedule kept = improved(plan);
    assertThat(kept.findings()).isEmpty();
    assertThat(get(kept.tasks(), task("move")).finish()).isEqualTo("2027-01-12T17:00");
  }

  @Test
  void withoutAPromiseTheWholeIsDoneFirst() {
    Schedule schedule = improved(PlanText.read(MOVE_IS_DUE));

    assertThat(get(schedule.tasks(), task("print")).finish()).isEqualTo("2027-01-22T17:00");
    assertThat(get(schedule.tasks(), task("move")).start()).isEqualTo("2027-01-18T08:00");
  }

  @Test
  @Tag("slow")
  void whereNothingIsDueNoProjectEndsLaterThanWithoutASearch() {
    int better = 0;
    for (int seed = 0; seed < 50; seed++) {
      Plan plan = withoutDates(new RandomPlans(seed).sound());
      Schedule first = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
      Schedule improved = improved(plan);
      Map<ProjectId, LocalDateTime> before = ends(plan, first);
      Map<ProjectId, LocalDateTime> after = ends(plan, improved);
      for (ProjectId project : before.keySet()) {
        assertThat(get(after, project))
            .as("seed %d project %s", seed, project)
            .isBeforeOrEqualTo(get(before, project));
        better += get(after, project).isBefore(get(before, project)) ? 1 : 0;
      }
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, improved))
          .as("seed %d", seed)
          .isEmpty();
    }
    assertThat(better).isGreaterThan(5);
  }

  @Test
  void withoutEffortThePlanStaysAsItIsAndASecondPlacingMayMendIt() {
    Plan plan = PlanText.read(MOVE_IS_DUE + "promise task move by 2027-01-13 hard\n");
    Schedule first = Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY);
    int mended = 0;
    for (int seed = 0; seed < 50; seed++) {
      assertThat(improved(plan, 1, seed)).isEqualTo(first);
      mended += improved(plan, 2, seed).findings().isEmpty() ? 1 : 0;
    }
    assertThat(mended).isBetween(5, 45);
  }

  @Test
  void theSameEffortGivesTheSameSchedule() {
    Plan plan = new RandomPlans(3).sound();

    assertThat(improved(plan)).isEqualTo(improved(plan));
  }

  @Test
  void oddPlansAreSearchedAsWell() {
    for (int seed = 0; seed < 30; seed++) {
      Plan plan = new RandomPlans(seed).odd();
      assertThat(Validator.check(plan, Interruptions.NONE, Plans.MONDAY, improved(plan)))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void aProjectOfAThousandYearsOfWorkIsSearchedWithoutASketch() {
    StringBuilder plan = new StringBuilder("start Mon 2027-01-11\n");
    for (int i = 0; i < 140; i++) {
      plan.append("t").append(i).append(" 2500d\n");
    }

    assertThat(improved(PlanText.read(plan.toString())).tasks()).hasSize(140);
  }

  @Test
  void whoIsStoppedHasThePlanAsItWas() {
    Plan plan = new RandomPlans(5).sound();
    AtomicInteger asked = new AtomicInteger();
    Effort stopped =
        new Effort(
            1_000_000,
            new Seed(1),
            () -> {
              asked.incrementAndGet();
              return true;
            });

    assertThat(Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY, stopped))
        .isEqualTo(Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY));
    assertThat(asked).hasValue(1);
  }

  private static Schedule improved(Plan plan) {
    return Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY, SOME);
  }

  private static Schedule improved(Plan plan, int passes, int seed) {
    Effort effort = new Effort(passes, new Seed(seed), () -> false);
    return Scheduler.schedule(plan, Interruptions.NONE, Plans.MONDAY, effort);
  }

  /// The plan with nothing that could be late.
  private static Plan withoutDates(Plan plan) {
    return new Plan(
        plan.projects().stream().map(ImprovingTests::withoutDates).toList(),
        plan.links(),
        plan.people(),
        plan.calendars(),
        plan.windows(),
        List.of());
  }

  private static Project withoutDates(Project project) {
    return new Project(
        project.id(),
        project.name(),
        project.notBefore(),
        project.calendar(),
        project.tasks().stream().map(ImprovingTests::withoutDeadline).toList());
  }

  private static Task withoutDeadline(Task task) {
    return new Task(
        task.id(),
        task.name(),
        task.work(),
        task.people(),
        task.constraint(),
        task.progress(),
        task.calendar(),
        null,
        task.needs(),
        task.within(),
        task.splittable());
  }

  private static Map<ProjectId, LocalDateTime> ends(Plan plan, Schedule schedule) {
    Map<ProjectId, LocalDateTime> ends = new HashMap<>();
    for (Project project : plan.projects()) {
      for (Task task : project.tasks()) {
        var placed = schedule.tasks().get(task.id());
        if (placed != null && !(task.progress() instanceof Progress.Done)) {
          ends.merge(project.id(), placed.finish(), (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
    return ends;
  }
}
