package dev.linchpin.bench;

import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.Work;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How sure a difference between two forecasts is, and how much a by-date depends on the seed:
/// `--tasks 120 --people 10 --projects 1 --runs 1024 --seeds 20`.
///
/// First line: a task in the middle of the plan takes half as long again. The forecast with and
/// without it is made for each seed with the same luck, and with the luck of another seed; the line
/// says how many times smaller the variance of the difference is with the same luck, of the mean
/// end and of the by-date. Second line: the standard deviation of the by-date over the seeds, as a
/// part of the standard deviation of the date itself and of the time from now to it.
public final class WhatIfBench {
  private WhatIfBench() {}

  public static void main(String[] all) {
    Arguments asked = Arguments.of(all);
    PeoplePlan made =
        new PeoplePlan(
            (int) asked.number("tasks", 120),
            (int) asked.number("people", 10),
            (int) asked.number("projects", 1));
    int seeds = (int) asked.number("seeds", 20);
    int runs = (int) asked.number("runs", 1_024);
    Spread[] before = new Spread[seeds + 1];
    Spread[] after = new Spread[seeds + 1];
    for (int seed = 0; seed <= seeds; seed++) {
      before[seed] = end(made, made.plan(), runs, seed);
      after[seed] = end(made, longer(made.plan()), runs, seed);
    }
    String plan =
        String.format(
            Locale.ROOT,
            "tasks=%d people=%d projects=%d runs=%d seeds=%d",
            made.tasks(),
            made.people(),
            made.projects(),
            runs,
            seeds);
    System.out.println(difference(plan, before, after));
    System.out.println(repeated(plan, Arrays.copyOf(before, seeds)));
  }

  /// When the last project ends: it waits for people of all the others.
  private static Spread end(PeoplePlan made, Plan plan, int runs, int seed) {
    Question question =
        new Question(
            plan,
            made.interruptions(),
            History.NONE,
            PeoplePlan.START,
            runs,
            new Seed(1_000 + seed));
    return Forecaster.forecast(question).forecast().projects().entrySet().stream()
        .filter(it -> it.getKey().equals(plan.projects().getLast().id()))
        .map(it -> it.getValue())
        .findFirst()
        .orElseThrow();
  }

  private static Plan longer(Plan plan) {
    Project last = plan.projects().getLast();
    int middle = last.tasks().size() / 2;
    List<Project> projects =
        plan.projects().stream()
            .map(it ->
                it.equals(last)
                    ? new Project(
                        it.id(), it.name(), it.notBefore(), it.calendar(), longer(it, middle))
                    : it)
            .toList();
    return plan.withProjects(projects);
  }

  private static List<Task> longer(Project project, int middle) {
    Task task = project.tasks().get(middle);
    return project.tasks().stream().map(it -> it.equals(task) ? longer(it) : it).toList();
  }

  private static Task longer(Task task) {
    return task.work() instanceof Work.Working it
        ? task.with(
            new Work.Working(new Estimate.Single(it.time().likely().multipliedBy(3).dividedBy(2))))
        : task;
  }

  private static String difference(String plan, Spread[] before, Spread[] after) {
    return String.format(
        Locale.ROOT,
        "whatif %s mean_days=%.2f variance_ratio_mean=%.1f variance_ratio_p80=%.1f",
        plan,
        Arrays.stream(differences(before, after, 0, WhatIfBench::mean)).average().orElse(0),
        ratio(before, after, WhatIfBench::mean),
        ratio(before, after, WhatIfBench::byDate));
  }

  private static double ratio(Spread[] before, Spread[] after, ToDoubleFunction<Spread> of) {
    return variance(differences(before, after, 1, of))
        / variance(differences(before, after, 0, of));
  }

  /// @param apart 0 for the same seed, 1 for the next one
  private static double[] differences(
      Spread[] before, Spread[] after, int apart, ToDoubleFunction<Spread> of) {
    double[] all = new double[before.length - 1];
    Arrays.setAll(all, i -> of.applyAsDouble(after[i + apart]) - of.applyAsDouble(before[i]));
    return all;
  }

  private static String repeated(String plan, Spread[] all) {
    double sd = Math.sqrt(variance(Arrays.stream(all).mapToDouble(WhatIfBench::byDate).toArray()));
    double spread = Arrays.stream(all).mapToDouble(WhatIfBench::sd).average().orElse(0);
    double remains = Arrays.stream(all).mapToDouble(WhatIfBench::byDate).average().orElse(0);
    return String.format(
        Locale.ROOT,
        "repeated %s p80_sd_days=%.2f date_sd_days=%.1f of_sd=%.3f of_remaining_percent=%.2f",
        plan,
        sd,
        spread,
        sd / spread,
        100 * sd / remains);
  }

  private static double byDate(Spread end) {
    return days(end.at(0.8));
  }

  private static double mean(Spread end) {
    return end.dots(end.runs()).stream().mapToDouble(WhatIfBench::days).average().orElse(0);
  }

  private static double sd(Spread end) {
    return Math.sqrt(
        variance(end.dots(end.runs()).stream().mapToDouble(WhatIfBench::days).toArray()));
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    return squares / (values.length - 1);
  }

  private static double days(LocalDateTime at) {
    return Duration.between(PeoplePlan.START, at).toMinutes() / 1_440.0;
  }
}
