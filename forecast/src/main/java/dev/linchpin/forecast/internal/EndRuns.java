package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * The runs of a question as far as one end depends on them: only projects that compete with it
 * (Competing), and each run only until that end is known. The same runs as those of the whole plan,
 * only quicker: a test compares them.
 */
public final class EndRuns {
  private static final int CHUNK = 8;

  /// Runs after which it is looked whether they are enough.
  private static final int STEP = 256;

  private final Model model;
  private final Prepared plan;
  private final Promise.Of of;
  private final int project;
  private final int task;
  private final int[] finish;
  private final int[] critical;
  private int runs;

  /// The ends of more runs of the same question, where somebody knows them.
  private int[] known = {};

  /// All ends as they are likely to be, ascending, where only some runs were played after an edit.
  private int @Nullable [] estimate;

  private EndRuns(Question question, Promise.Of of, Held held, @Nullable Kept kept) {
    this.model = new Model(question, new Findings(), held, kept);
    this.plan = model.plan;
    this.of = of;
    this.task = of instanceof Promise.Of.ATask it ? number(it.id()) : -1;
    this.project = project(of);
    this.finish = new int[question.runs()];
    this.critical = new int[plan.count()];
  }

  /// Plays the runs of a question for one end; empty if that end is not in the plan, or cannot be
  /// placed.
  public static Optional<EndRuns> play(Question question, Promise.Of of) {
    return play(question, of, Held.NOTHING);
  }

  /// The same with something that is what it is on average in each run.
  public static Optional<EndRuns> play(Question question, Promise.Of of, Held held) {
    return prepare(question, of, held).map(it -> it.play(false));
  }

  /// Plays as many of them as its date needs.
  public static Optional<EndRuns> untilStable(Question question, Promise.Of of) {
    return prepare(question, of, Held.NOTHING).map(it -> it.play(true));
  }

  /// The same, where a forecast of the question said when it ends: what an edit did is added to all
  /// its runs.
  public static Optional<EndRuns> untilStable(Question question, Promise.Of of, Spread known) {
    return untilStable(question, of).map(it -> it.knowing(known.stated()));
  }

  private EndRuns knowing(Spread said) {
    known = said.dots(said.runs()).stream().mapToInt(plan.axis::minute).toArray();
    return this;
  }

  private static Optional<EndRuns> prepare(Question question, Promise.Of of, Held held) {
    return part(question, of).flatMap(it -> prepared(it, of, held, null));
  }

  /// The question as far as it matters to one end; empty if that is not in its plan.
  private static Optional<Question> part(Question question, Promise.Of of) {
    int project = projectOf(question.plan(), of);
    return project < 0
        ? Optional.empty()
        : Optional.of(question.about(Competing.with(question.plan(), project)));
  }

  private static Optional<EndRuns> prepared(
      Question part, Promise.Of of, Held held, @Nullable Kept kept) {
    EndRuns runs = new EndRuns(part, of, held, kept);
    return runs.isPlaced() ? Optional.of(runs) : Optional.empty();
  }

  /// The same end after an edit, from as few runs as its 8-in-10 date needs; see [Paired]. Nothing
  /// is played if the edit cannot matter to it. Empty if it is not in the plan any more.
  ///
  /// Compare every further edit with the same runs, not with an estimate.
  public Optional<EndRuns> after(Question edited) {
    Invariant.holds(estimate == null, "An estimate is compared with an estimate.");
    Optional<Question> part = part(edited.withRuns(model.question.runs()), of);
    if (part.equals(Optional.of(model.question))) {
      return Optional.of(this);
    }
    return part.flatMap(it -> prepared(it, of, Held.NOTHING, plan.kept))
        .map(it -> isOpen() && it.isOpen() ? it.compareWith(this) : it.play(true));
  }

  private EndRuns compareWith(EndRuns before) {
    List<Walker> walkers = walkers();
    int[] then = before.stable().worked(Arrays.copyOf(before.finish, before.runs));
    int[] all = before.known.length > before.runs ? before.stable().worked(before.known) : then;
    Stable stable = stable();
    Paired paired;
    int wanted = Math.min(before.runs, Paired.LEAST);
    do {
      playTo(walkers, wanted);
      paired = new Paired(then, stable.worked(Arrays.copyOf(finish, runs)), all);
      wanted = paired.wanted(stable);
    } while (runs < wanted);
    if (runs < all.length) {
      estimate = Arrays.stream(paired.estimate()).map(stable::at).toArray();
    }
    return this;
  }

  /// When it ends, over all runs.
  public Spread finish() {
    if (isOpen()) {
      int[] sorted = estimate == null ? Arrays.copyOf(finish, runs) : estimate.clone();
      Arrays.sort(sorted);
      return Corrected.of(new SortedSpread(plan.axis, sorted), task < 0, model.question);
    }
    LocalDateTime last =
        IntStream.range(0, plan.count())
            .filter(this::belongs)
            .mapToObj(i -> plan.tasks[i].progress())
            .flatMap(
                it -> it instanceof Progress.Done done ? Stream.of(done.finish()) : Stream.empty())
            .max(Comparator.naturalOrder())
            .orElse(model.question.asOf());
    return new Certain(last, runs);
  }

  /// How many runs were played for it.
  public int played() {
    return runs;
  }

  /// Share of runs in which a delay of a task would have delayed this end, of tasks of any project;
  /// those that never did are missing.
  public Map<TaskId, Double> critical() {
    Map<TaskId, Double> shares = new HashMap<>();
    for (int i = 0; i < critical.length; i++) {
      if (critical[i] > 0) {
        shares.put(plan.tasks[i].id(), (double) critical[i] / runs);
      }
    }
    return shares;
  }

  private static int projectOf(Plan plan, Promise.Of of) {
    List<Project> projects = plan.projects();
    return IntStream.range(0, projects.size())
        .filter(p ->
            switch (of) {
              case Promise.Of.AProject it -> projects.get(p).id().equals(it.id());
              case Promise.Of.ATask it ->
                  projects.get(p).tasks().stream().map(Task::id).anyMatch(it.id()::equals);
            })
        .findFirst()
        .orElse(-1);
  }

  private int number(TaskId id) {
    return IntStream.range(0, plan.count())
        .filter(i -> plan.tasks[i].id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private int project(Promise.Of of) {
    return switch (of) {
      case Promise.Of.ATask _ -> plan.project[task];
      case Promise.Of.AProject it ->
          IntStream.range(0, plan.projects.length)
              .filter(p -> plan.projects[p].id().equals(it.id()))
              .findFirst()
              .orElseThrow();
    };
  }

  private boolean isPlaced() {
    return IntStream.range(0, plan.count()).anyMatch(i -> belongs(i) && !plan.isOut(i));
  }

  private boolean isOpen() {
    return IntStream.range(0, plan.count()).anyMatch(i -> belongs(i) && plan.isOpen(i));
  }

  private boolean belongs(int i) {
    return task < 0 ? plan.project[i] == project : i == task;
  }

  private EndRuns play(boolean untilStable) {
    if (!isOpen()) {
      runs = finish.length;
      return this;
    }
    Stable stable = stable();
    List<Walker> walkers = walkers();
    int step = untilStable ? STEP : finish.length;
    do {
      playTo(walkers, Math.min(finish.length, runs + step));
    } while (runs < finish.length && !stable.isReached(Arrays.copyOf(finish, runs)));
    walkers.forEach(it -> Arrays.setAll(critical, i -> critical[i] + it.marks[i]));
    return this;
  }

  private Stable stable() {
    return new Stable(plan.axis, plan.calendar[firstOpen()]);
  }

  private List<Walker> walkers() {
    return IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .parallel()
        .mapToObj(_ -> new Walker())
        .toList();
  }

  private void playTo(List<Walker> walkers, int to) {
    AtomicInteger next = new AtomicInteger(runs);
    walkers.parallelStream().forEach(it -> it.play(next, to));
    runs = to;
  }

  private int firstOpen() {
    return IntStream.range(0, plan.count())
        .filter(i -> belongs(i) && plan.isOpen(i))
        .findFirst()
        .orElseThrow();
  }

  /// Plays runs on one thread at a time.
  private final class Walker {
    final int[] marks = new int[plan.count()];
    private final int[] markedIn = new int[plan.count()];
    private final Model.Player player = model.player();

    Walker() {
      boolean[] awaited = new boolean[plan.count()];
      for (int i = 0; i < awaited.length; i++) {
        awaited[i] = belongs(i) && plan.isOpen(i);
      }
      player.pass.await(awaited);
    }

    void play(AtomicInteger next, int to) {
      int from;
      while ((from = next.getAndAdd(CHUNK)) < to) {
        for (int run = from; run < Math.min(to, from + CHUNK); run++) {
          note(run, player.play(run));
        }
      }
    }

    private void note(int run, DispatchPass pass) {
      int last = task >= 0 ? task : pass.lastOf[project];
      int end = task >= 0 ? pass.finish[task] : pass.endOf[project];
      finish[run] = last < 0 ? end : plan.lastMinute(last, end);
      for (int at = last; at >= 0 && markedIn[at] != run + 1; at = pass.decidedBy[at]) {
        markedIn[at] = run + 1;
        marks[at]++;
      }
    }
  }
}
