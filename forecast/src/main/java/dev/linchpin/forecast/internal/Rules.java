package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WindowId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a plan has to keep to apart from links and dates: change windows, who knows what, promises.
/// Tasks that ask for the same share one answer.
final class Rules {
  /// Whom a need may fall on: everybody who knows the topic that well and has that much time.
  private record Wanted(TopicId topic, int level, int share) {}

  private final Ids<WindowId, ChangeWindow> windows;
  private final Kept kept;
  private final Map<List<WindowId>, Openings> openings = new HashMap<>();
  private final Map<TopicId, Map<Integer, Integer>> levels = new HashMap<>();
  private final Map<Wanted, int[]> knowing = new HashMap<>();
  private final Map<WindowId, List<TaskId>> unknown = new LinkedHashMap<>();
  private final Map<Wanted, List<Integer>> nobody = new LinkedHashMap<>();

  Rules(Kept kept, Plan plan, List<Person> people, Findings findings) {
    this.kept = kept;
    this.windows = new Ids<>(plan.windows(), ChangeWindow::id).report(findings, "windows");
    for (int person = 0; person < people.size(); person++) {
      for (Knows known : people.get(person).knows()) {
        levels
            .computeIfAbsent(known.topic(), _ -> new LinkedHashMap<>())
            .merge(person, known.level(), Math::max);
      }
    }
  }

  /// When a task may be done; null if at any time.
  @Nullable Openings window(Task task) {
    List<WindowId> known = new ArrayList<>();
    for (WindowId id : task.within()) {
      if (windows.number(id) < 0) {
        unknown.computeIfAbsent(id, _ -> new ArrayList<>()).add(task.id());
      } else if (!known.contains(id)) {
        known.add(id);
      }
    }
    return known.isEmpty()
        ? null
        : openings.computeIfAbsent(
            known,
            ids ->
                kept.openings(
                    ids.stream().map(id -> windows.things().get(windows.number(id))).toList()));
  }

  /// The people a need may fall on, in the order of the plan.
  int[] knowing(Need need, int share, Prepared plan) {
    return knowing.computeIfAbsent(
        new Wanted(need.topic(), need.level(), share),
        it ->
            IntStream.range(0, plan.people.length)
                .filter(person -> level(it.topic(), person) >= it.level())
                .filter(person -> plan.capacity[person] >= it.share())
                .filter(person -> !plan.meanClock[person].isEmptyFrom(plan.axis.asOf()))
                .toArray());
  }

  private int level(TopicId topic, int person) {
    return levels.getOrDefault(topic, Map.of()).getOrDefault(person, 0);
  }

  /// Notes that too few people can do what a task needs.
  void nobodyFor(Need need, int share, int task) {
    nobody
        .computeIfAbsent(new Wanted(need.topic(), need.level(), share), _ -> new ArrayList<>())
        .add(task);
  }

  /// Tasks that nobody can do, by the sentence that says so.
  Map<String, List<Integer>> nobody() {
    Map<String, List<Integer>> said = new LinkedHashMap<>();
    nobody.forEach((wanted, tasks) ->
        said.computeIfAbsent(
                "Too few people with time know " + wanted.topic() + " at level " + wanted.level(),
                _ -> new ArrayList<>())
            .addAll(tasks));
    return said;
  }

  void report(Findings findings) {
    unknown.forEach((window, tasks) ->
        findings.add(
            Finding.Code.UNKNOWN_WINDOW,
            tasks,
            "%s to be done within %s, which is not in the plan. They are planned without. Add the"
                + " window or name another.",
            Findings.count(tasks.size(), "task") + (tasks.size() == 1 ? " has" : " have"),
            window));
  }

  /// Promises about something that is in the plan, ready to be compared.
  static List<Due> dues(
      Axis axis,
      List<Promise> promises,
      Ids<TaskId, ?> tasks,
      Ids<ProjectId, ?> projects,
      Findings findings) {
    List<Due> dues = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (Promise promise : promises) {
      int by = axis.midnightAfter(promise.by());
      Due due =
          switch (promise.of()) {
            case Promise.Of.ATask it -> new Due(promise, tasks.number(it.id()), -1, by);
            case Promise.Of.AProject it -> new Due(promise, -1, projects.number(it.id()), by);
          };
      if (due.task() < 0 && due.project() < 0) {
        lost.add(due.name());
      } else {
        dues.add(due);
      }
    }
    if (!lost.isEmpty()) {
      findings.add(
          Finding.Code.PROMISE_TO_NOWHERE,
          List.of(),
          "%s promised for what is not in the plan: %s. Nobody watches these dates. Remove the"
              + " promises or name what is in the plan.",
          lost.size() == 1 ? "A date is" : lost.size() + " dates are",
          Findings.names(lost));
    }
    return dues;
  }

  /// A promise about a known task or project; the other number is -1.
  ///
  /// @param by the minute after the last day on which it is kept
  record Due(Promise promise, int task, int project, int by) {
    String name() {
      return switch (promise.of()) {
        case Promise.Of.ATask it -> it.id().value();
        case Promise.Of.AProject it -> it.id().value();
      };
    }
  }
}
