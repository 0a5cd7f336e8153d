package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.Task;
import dev.linchpin.planning.planfile.ImportReport.Counts;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.ReadResult.Read;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many tasks Linchpin puts on the days that the tool put them on.
///
/// The floors are what was measured when they were written, rounded down. What is missing is named
/// beside each; a change that falls below a floor moves dates of imported plans.
class RealSchedulesTests {
  @TempDir Path folder = Path.of("");

  /// Not on the same days: split tasks, contours, and a must-finish before its predecessor ends.
  @Test
  void plansWithoutProgressAndLevellingKeepTheirDays() throws IOException {
    List<PlanFile> plans =
        plans(
            "plan-files/mpp.zip",
            "plan-files/mspdi.zip",
            "plan-files/primavera.zip",
            "plan-files/other.zip");

    assertThat(plans).hasSizeGreaterThan(150);
    assertThat(sameDays(plans, RealSchedulesTests::isFresh, plan -> plan)).isGreaterThan(0.98);
  }

  /// These plans put one person on many tasks at once, which Linchpin does not, so only their links
  /// and calendars are compared.
  @Test
  void plansOfManyProjectsKeepTheirDaysByTheirLinks() throws IOException {
    List<PlanFile> plans = plans("mpsplib/instances_mpp.zip");

    assertThat(sameDays(plans, RealSchedulesTests::isFresh, RealSchedulesTests::withoutPeople))
        .isGreaterThan(0.99);
  }

  /// Not on the same days: relations with a lead, which may have been dragged and do not show it.
  @Test
  void proTrackPlansKeepTheirDaysByTheirLinks() throws IOException {
    List<PlanFile> plans = plans("dslib/p2x.zip");

    assertThat(sameDays(plans, plan -> true, RealSchedulesTests::withoutPeople))
        .isGreaterThan(0.96);
  }

  private double sameDays(
      List<PlanFile> plans, Predicate<PlanFile> compared, UnaryOperator<Plan> change) {
    int same = 0;
    int all = 0;
    for (PlanFile plan : plans) {
      Converted converted = Converted.of(plan, new ProjectId("p"));
      var changed =
          new Converted(change.apply(converted.plan()), converted.findings(), converted.items());
      Schedule schedule = Scheduler.schedule(changed.plan(), Interruptions.NONE, plan.start());
      Counts counts = ImportReport.of(plan, changed, schedule).counts();
      if (compared.test(plan)) {
        same += counts.sameDays();
        all += counts.sameDays() + counts.moved();
      }
    }
    assertThat(all).isGreaterThan(1_000);
    return (double) same / all;
  }

  private static boolean isFresh(PlanFile plan) {
    return plan.items().stream().noneMatch(RealSchedulesTests::isTouched);
  }

  private static boolean isTouched(Item item) {
    return item.is(Mark.LEVELLED) || item.percent() > 0 || item.actual().start() != null;
  }

  private static Plan withoutPeople(Plan plan) {
    Project project = plan.projects().getFirst();
    List<Task> tasks =
        project.tasks().stream()
            .map(task ->
                new Task(
                    task.id(),
                    task.name(),
                    task.work(),
                    List.of(),
                    task.constraint(),
                    task.progress(),
                    task.calendar(),
                    task.deadline()))
            .toList();
    var alone =
        new Project(project.id(), project.name(), project.notBefore(), project.calendar(), tasks);
    return new Plan(List.of(alone), plan.links(), List.of(), plan.calendars());
  }

  private List<PlanFile> plans(String... archives) throws IOException {
    Path data = Corpus.data();
    var plans = new ArrayList<PlanFile>();
    for (String archive : archives) {
      for (var file : Corpus.unpacked(data.resolve(archive), folder).entrySet()) {
        ReadResult result =
            PlanFileParser.parse(file.getValue(), file.getKey(), ReadLimits.USUAL, folder);
        if (result instanceof Read(PlanFile plan)) {
          plans.add(plan);
        }
      }
    }
    return plans;
  }
}
