package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Week;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link.Type;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.ProjectPlan.Outsider;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class PlansTests {
  private static final WorkCalendar NIGHTS =
      new WorkCalendar(
          new CalendarId("nights"),
          Week.OFFICE.shifts(),
          Map.of(LocalDate.parse("2027-01-15"), List.of()));

  private final PlanningWorld world = new PlanningWorld();
  private final Plans plans = world.plans();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aPlanComesBackAsItWasSaved() {
    world.running(NET, "Network upgrade");
    ProjectPlan plan = everything(world.person("Jon Bell"));

    plans.save(plan, BY);

    assertThat(plans.get(NET)).isEqualTo(plan);
  }

  @Test
  void savingAgainReplacesTheWholePlan() {
    world.running(NET, "Network upgrade");
    plans.save(everything(world.person("Jon Bell")), BY);
    ProjectPlan small =
        ProjectPlan.of(NET, List.of(PlannedTask.milestone(NET, 4, "Live")), List.of(), List.of());

    plans.save(small, BY);

    assertThat(plans.get(NET)).isEqualTo(small);
  }

  @Test
  void progressOfAStaleTaskIsRefused() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    PlannedTask seen = plans.task(new TaskRef(NET, 1)).orElseThrow();
    plans.progress(seen, new Progress.Started(MONDAY, Duration.ofHours(4)), "Asa");

    assertThatThrownBy(() -> plans.progress(seen, new Progress.Done(MONDAY, MONDAY), "Ben"))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(plans.task(seen.ref()).orElseThrow().isDone()).isFalse();
  }

  @Test
  void aLinkToASummaryIsRefused() {
    assertThatThrownBy(() ->
            ProjectPlan.of(
                NET,
                List.of(
                    PlannedTask.summary(NET, 1, "Floor 3"), PlannedTask.milestone(NET, 2, "Live")),
                List.of(PlannedLink.finishToStart(1, 2)),
                List.of()))
        .hasMessage("\"Floor 3\" is a summary: link and assign the tasks below it.");
  }

  @Test
  void milestonesAreFoundByTheirProjectAndTheirName() {
    world.withOneTask(NET, world.person("Jon Bell"), 5);
    Milestones milestones = world.get(Milestones.class);

    assertThat(milestones.find(new TaskRef(NET, 2))).isPresent();
    assertThat(milestones.find(new TaskRef(NET, 1))).isEmpty();
    assertThat(milestones.near("net upgrade bulit")).extracting(PlannedTask::number).contains(2);
  }

  private static ProjectPlan everything(PersonId person) {
    var three =
        new Estimate.ThreePoint(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24));
    return new ProjectPlan(
        NET,
        MONDAY,
        NIGHTS,
        List.of(
            PlannedTask.summary(NET, 3, "Floor 3"),
            PlannedTask.task(NET, 1, "Cable", new Work.Effort(three))
                .under(3)
                .with(new Constraint.StartNotBefore(MONDAY.plusDays(1)))
                .with(new Progress.Started(MONDAY, Duration.ofHours(3))),
            PlannedTask.task(NET, 5, "Wait", new Work.Elapsed(new Estimate.Single(hours(48))))
                .with(new Progress.Done(MONDAY.minusDays(3), MONDAY.minusDays(1))),
            PlannedTask.milestone(NET, 2, "Live").dueBy(MONDAY.plusDays(30))),
        List.of(
            new PlannedLink(1, 2, Type.FINISH_TO_FINISH, Lag.working(hours(-2))),
            new PlannedLink(5, 2, Type.FINISH_TO_START, Lag.elapsed(hours(24)))),
        List.of(
            new PlannedAssignment(1, new Worker.Known(person), 0.5),
            new PlannedAssignment(5, new Worker.Outside("Carrier"), 1)),
        List.of(
            new Outsider(
                "Carrier",
                2,
                NIGHTS,
                List.of(
                    new DayRange(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-02-05"))))));
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
