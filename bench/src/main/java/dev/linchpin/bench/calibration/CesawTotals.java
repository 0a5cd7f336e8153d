package dev.linchpin.bench.calibration;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.ProjectFactor;
import dev.linchpin.forecast.learn.ProjectFactors;
import dev.linchpin.forecast.learn.RatioClass;
import dev.linchpin.forecast.learn.TaskRatios;
import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/*
 * Split: by project. A project is forecast from the tasks of other projects: of all others in one
 * directory, of all in the first where there are two. In progress it also knows its own tasks that
 * were completed first, up to a share of its planned hours.
 *
 * Marked are projects with at least 50 tasks; CRPS is per hour of the true total.
 */
/// CESAW: total hours of whole projects, at the start and in progress.
final class CesawTotals implements BackTest {
  private static final int LEAST_TASKS = 50;
  private static final int DRAWS = 200;
  private static final double[] EDGES_HOURS = {1, 2, 4, 8, 20};
  private static final double[] SHARES = {0.25, 0.5, 0.75};
  private static final Sample PERT = Pert.of(0.8, 1.5);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

  @Override
  public String set() {
    return "cesaw";
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    Map<ProjectId, List<History.Finished>> teachers = projects(train);
    Map<ProjectId, List<History.Finished>> wanted = train.equals(test) ? teachers : projects(test);
    Marks marks = new Marks(report, "effort");
    for (var project : wanted.entrySet()) {
      if (project.getValue().size() >= LEAST_TASKS) {
        History others = others(teachers, project.getKey());
        TaskRatios ratios = TaskRatios.of(others);
        Project one =
            new Project(project.getKey(), project.getValue(), others, ratios, bySize(others));
        one.markStart(marks);
        one.markProgress(marks);
      }
    }
    marks.print("start");
    marks.compare("start", "independent");
    for (double share : SHARES) {
      marks.print(at(share));
      marks.compare(at(share), "cpi");
    }
  }

  private static String at(double share) {
    return String.valueOf(Math.round(100 * share));
  }

  private static History others(Map<ProjectId, List<History.Finished>> teachers, ProjectId wanted) {
    return new History(
        teachers.values().stream()
            .flatMap(List::stream)
            .filter(task -> !task.project().equals(wanted))
            .sorted(BY_FINISH)
            .toList());
  }

  private static final Comparator<History.Finished> BY_FINISH =
      Comparator.comparing(
          History.Finished::finished, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static int size(History.Finished task) {
    int size = 0;
    while (size < EDGES_HOURS.length && Project.planned(task) > EDGES_HOURS[size]) {
      size++;
    }
    return size;
  }

  private static Map<Integer, double[]> bySize(History others) {
    return others.tasks().stream()
        .collect(
            Collectors.groupingBy(
                CesawTotals::size,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    same ->
                        same.stream()
                            .mapToDouble(task -> Project.actual(task) / Project.planned(task))
                            .toArray())));
  }

  /// One project that is forecast from others.
  private record Project(
      ProjectId id,
      List<History.Finished> tasks,
      History others,
      TaskRatios ratios,
      Map<Integer, double[]> bySize) {
    void markStart(Marks marks) {
      double actual = tasks.stream().mapToDouble(Project::actual).sum();
      double planned = tasks.stream().mapToDouble(Project::planned).sum();
      ProjectFactors factors = ProjectFactors.of(others, Set.of(id), ratios);
      double[] alone = totals(tasks);
      SplittableRandom random = random();
      marks.add("start", Report.OURS, id.value(), times(alone, factors.atStart(), 0), actual);
      marks.add("start", "independent", id.value(), independent(tasks), actual);
      marks.add("start", "plan", id.value(), Sample.of(planned), actual);
      double[] pert = new double[DRAWS];
      for (History.Finished task : tasks) {
        for (int draw = 0; draw < DRAWS; draw++) {
          pert[draw] += planned(task) * PERT.quantile(random.nextDouble());
        }
      }
      marks.add("start", "pert-08-1-15", id.value(), Sample.of(pert), actual);
    }

    void markProgress(Marks marks) {
      List<History.Finished> dated =
          tasks.stream().filter(task -> task.finished() != null).sorted(BY_FINISH).toList();
      double planned = dated.stream().mapToDouble(Project::planned).sum();
      double actual = dated.stream().mapToDouble(Project::actual).sum();
      if (dated.size() < LEAST_TASKS) {
        return;
      }
      for (double share : SHARES) {
        int cut = cut(dated, share * planned);
        List<History.Finished> done = dated.subList(0, cut);
        List<History.Finished> rest = dated.subList(cut, dated.size());
        double spent = done.stream().mapToDouble(Project::actual).sum();
        double earned = done.stream().mapToDouble(Project::planned).sum();
        marks.add(at(share), "cpi", id.value(), Sample.of(planned * spent / earned), actual);
        marks.add(at(share), "pf1", id.value(), Sample.of(spent + planned - earned), actual);
        History known = new History(Stream.concat(others.tasks().stream(), done.stream()).toList());
        ProjectFactors factors = ProjectFactors.of(known, Set.of(id), ratios);
        double[] alone = totals(rest);
        double expected =
            rest.stream()
                .mapToDouble(task -> factors.expected(planned(task), task.kind(), ""))
                .sum();
        ProjectFactor factor = factors.ofRest(id, expected);
        marks.add(at(share), Report.OURS, id.value(), times(alone, factor, spent), actual);
        marks.add(at(share), "independent", id.value(), independent(rest).plus(spent), actual);
      }
    }

    /// Sums of the tasks' hours, each drawn by itself.
    private double[] totals(List<History.Finished> some) {
      SplittableRandom random = random();
      double[] totals = new double[DRAWS];
      for (History.Finished task : some) {
        RatioClass expected = ratios.of(planned(task), task.kind(), "");
        for (int draw = 0; draw < DRAWS; draw++) {
          totals[draw] += planned(task) * expected.drawn(random.nextDouble());
        }
      }
      return totals;
    }

    /// The baseline: ratios of all other projects' tasks in the same size class, and nothing that
    /// the tasks of a project share.
    private Sample independent(List<History.Finished> some) {
      SplittableRandom random = random();
      double[] totals = new double[DRAWS];
      for (History.Finished task : some) {
        double[] ratios = Objects.requireNonNull(bySize.get(size(task)));
        for (int draw = 0; draw < DRAWS; draw++) {
          totals[draw] += planned(task) * ratios[random.nextInt(ratios.length)];
        }
      }
      return Sample.of(totals);
    }

    private static Sample times(double[] alone, ProjectFactor factor, double spent) {
      double[] totals = new double[DRAWS];
      for (int draw = 0; draw < DRAWS; draw++) {
        totals[draw] = spent + alone[draw] * factor.at(Normal.quantile((draw + 0.5) / DRAWS));
      }
      return Sample.of(totals);
    }

    private static int cut(List<History.Finished> dated, double wanted) {
      double sum = 0;
      int cut = 0;
      while (cut < dated.size() - 1 && (cut == 0 || sum < wanted)) {
        sum += planned(dated.get(cut++));
      }
      return cut;
    }

    private SplittableRandom random() {
      return new SplittableRandom(id.value().hashCode());
    }

    private static double planned(History.Finished task) {
      return task.estimated().toSeconds() / 3600.0;
    }

    private static double actual(History.Finished task) {
      return task.actual().toSeconds() / 3600.0;
    }
  }

  private static Map<ProjectId, List<History.Finished>> projects(Path folder) throws IOException {
    Map<ProjectId, List<History.Finished>> projects =
        new TreeMap<>(Comparator.comparing(ProjectId::value));
    for (NamedCsvRecord row : Table.read(folder, "task_facts.csv")) {
      long planned = seconds(row.getField("task_plan_time_minutes"));
      long actual = seconds(row.getField("task_actual_time_minutes"));
      if (planned > 0 && actual > 0) {
        History.Finished task = task(row, planned, actual);
        projects.computeIfAbsent(task.project(), _ -> new ArrayList<>()).add(task);
      }
    }
    return projects;
  }

  private static History.Finished task(NamedCsvRecord row, long planned, long actual) {
    String day = row.getField("task_actual_complete_date");
    return new History.Finished(
        new ProjectId(row.getField("project_key")),
        Duration.ofSeconds(planned),
        Duration.ofSeconds(actual),
        row.getField("phase_short_name"),
        null,
        day.contains("/") ? LocalDateTime.parse(day, TIME) : null);
  }

  /// 0 where it is missing.
  private static long seconds(String minutes) {
    return minutes.equals("\\N") || minutes.isEmpty()
        ? 0
        : Math.round(60 * Double.parseDouble(minutes));
  }
}
