package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.Pace;
import dev.linchpin.forecast.learn.Pace.Ended;
import dev.linchpin.forecast.learn.Pace.Status;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.Scored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/*
 * Split: by project. A project is forecast at each of its status dates from the status dates of
 * other finished projects: of all others in one directory, of all in the first where there are two.
 *
 * Marked is every status date with something earned and not all. Errors are shares of the true
 * total, and each project counts once. Costs of C2011-05 are left out: its actual costs are the
 * plan's.
 */
/// DSLIB: duration and cost of real projects from their status reports.
final class DslibEnds implements BackTest {
  private static final ProjectId COSTS_ARE_THE_PLAN = new ProjectId("C2011-05");
  private static final String[] STAGES = {"early", "middle", "late"};

  @Override
  public String set() {
    return "dslib";
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    List<DslibProject> teachers = DslibProject.tracked(train);
    List<DslibProject> wanted = train.equals(test) ? teachers : DslibProject.tracked(test);
    Marks time = new Marks(report, "duration");
    wanted.forEach(project -> mark(project.times(), times(teachers, project.id()), TIME, time));
    print(time, "es1", "spi-t");
    Marks cost = new Marks(report, "cost");
    for (DslibProject project : wanted) {
      if (!project.id().equals(COSTS_ARE_THE_PLAN)) {
        mark(project.costs(), costs(teachers, project.id()), COST, cost);
      }
    }
    print(cost, "pf1", "cpi");
  }

  private static void print(Marks marks, String unity, String performance) {
    marks.print("all");
    marks.compare("all", unity);
    marks.compare("all", performance);
    for (String stage : STAGES) {
      marks.print(stage);
    }
  }

  private static Pace times(List<DslibProject> teachers, ProjectId wanted) {
    return Pace.of(
        teachers.stream()
            .filter(project -> !project.id().equals(wanted))
            .flatMap(project -> project.times().stream())
            .toList());
  }

  private static Pace costs(List<DslibProject> teachers, ProjectId wanted) {
    return Pace.of(
        teachers.stream()
            .filter(project -> !project.id().equals(wanted))
            .filter(project -> !project.id().equals(COSTS_ARE_THE_PLAN))
            .flatMap(project -> project.costs().stream())
            .toList());
  }

  /// What the baselines are called.
  private record Names(String unity, String performance) {}

  private static final Names TIME = new Names("es1", "spi-t");
  private static final Names COST = new Names("pf1", "cpi");

  private static void mark(List<Ended> reports, Pace learned, Names names, Marks marks) {
    SplittableRandom random = new SplittableRandom(1);
    for (Ended ended : reports) {
      Status it = ended.status();
      double total = it.past() + ended.rest();
      Map<String, Sample> forecasts = new LinkedHashMap<>();
      forecasts.put(Report.OURS, learned.total(it));
      forecasts.put("plan", Sample.of(it.plannedPast() + it.plannedRest()));
      forecasts.put(names.unity(), Sample.of(it.past() + it.plannedRest()));
      forecasts.put(
          names.performance(),
          Sample.of(it.past() + it.plannedRest() * it.past() / it.plannedPast()));
      double u = random.nextDouble();
      String stage = STAGES[Math.min(STAGES.length - 1, (int) (it.earned() * STAGES.length))];
      forecasts.forEach((method, forecast) -> {
        Scored scored = Scored.of(forecast, total, u).per(total);
        marks.add("all", method, it.project().value(), scored);
        marks.add(stage, method, it.project().value(), scored);
      });
    }
  }
}
