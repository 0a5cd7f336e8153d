package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Finds the tasks that cannot be placed, says why, and leaves them out together with everything
/// that waits for them.
final class LeftOut {
  private final Prepared prepared;
  private final Findings findings;
  private final List<LinkBuilder.Known> links;

  /// What waits for each task; empty until somebody asks.
  private int[][] next = {};

  LeftOut(Prepared prepared, Findings findings) {
    this.prepared = prepared;
    this.findings = findings;
    this.links = prepared.known.stream().filter(this::counts).toList();
  }

  /// Leaves out what can never be placed, and builds the links between the rest.
  ///
  /// @param nobody tasks that nobody can do, by the sentence that says so
  void leaveOut(Map<String, List<Integer>> nobody) {
    nobody.forEach(this::leaveOutWithoutAnybody);
    leaveOutWithoutTime();
    leaveOutWithoutWindow(new Fitting(prepared).never());
    leaveOutCycles();
    linkTheRest();
  }

  /// Leaves out what ended beyond the axis; true if there was any.
  static boolean leaveOutTooFar(Prepared prepared, int[] finish, Findings findings) {
    boolean any = false;
    for (int task = 0; task < finish.length && !any; task++) {
      any = isTooFar(prepared, task, finish);
    }
    if (any) {
      new LeftOut(prepared, findings).leaveOutTooFar(finish);
    }
    return any;
  }

  private void leaveOutTooFar(int[] finish) {
    List<Integer> far = new ArrayList<>();
    List<Integer> shut = new ArrayList<>();
    boolean[] follows = new boolean[prepared.count()];
    for (int task : Ranks.predecessorsFirst(prepared)) {
      if (isTooFar(prepared, task, finish) && !follows[task]) {
        (prepared.window[task] == null ? far : shut).add(task);
      }
      if (isTooFar(prepared, task, finish)) {
        IntStream.of(followers(task)).forEach(follower -> follows[follower] = true);
      }
    }
    leaveOutTooFar(far);
    leaveOutWithoutWindow(shut);
    linkTheRest();
  }

  private static boolean isTooFar(Prepared prepared, int task, int[] finish) {
    return !prepared.isOut(task)
        && prepared.state[task] != Prepared.State.DONE
        && finish[task] >= prepared.axis.end();
  }

  private void leaveOutTooFar(List<Integer> far) {
    if (far.isEmpty()) {
      return;
    }
    List<TaskId> left = leave(far);
    findings.add(
        Finding.Code.TOO_FAR,
        left,
        "%s end more than %d years from now. %s Look at estimates, shares and dates.",
        Findings.count(left.size(), "task") + " would",
        Axis.FUTURE_DAYS / 365,
        rest());
  }

  private void leaveOutWithoutWindow(List<Integer> shut) {
    Map<Openings, List<Integer>> byWindow = new LinkedHashMap<>();
    for (int task : shut) {
      byWindow
          .computeIfAbsent(Objects.requireNonNull(prepared.window[task]), _ -> new ArrayList<>())
          .add(task);
    }
    byWindow.forEach((window, tasks) -> {
      List<TaskId> left = leave(tasks);
      findings.add(
          Finding.Code.NO_WINDOW,
          left,
          "\"%s\" never opens long enough for %s, so %s be placed. %s Open the window longer, cut"
              + " the work smaller, or say that it can be split.",
          window.name(),
          Findings.names(tasks.stream().map(prepared::name).toList()),
          Findings.count(left.size(), "task") + " cannot",
          rest());
    });
  }

  private void leaveOutWithoutAnybody(String cause, List<Integer> stuck) {
    List<TaskId> left = leave(stuck);
    findings.add(
        Finding.Code.NOBODY_KNOWS,
        left,
        "%s, so %s be placed. %s Find somebody, teach somebody, or ask for less.",
        cause,
        Findings.count(left.size(), "task") + " cannot",
        rest());
  }

  private void linkTheRest() {
    List<LinkBuilder.Known> rest =
        links.stream().filter(link -> !prepared.isOut(link.from()) && counts(link)).toList();
    prepared.links = new LinkBuilder(prepared.count(), rest).build(prepared.state);
  }

  /// What has happened waits for nothing any more, and what is pinned to a day never did.
  private boolean counts(LinkBuilder.Known link) {
    return switch (prepared.state[link.to()]) {
      case OPEN -> !prepared.pinned[link.to()];
      case STARTED -> link.toFinish();
      case DONE, OUT -> false;
    };
  }

  /// Why somebody or something has no time, and what would give some.
  private record Stuck(String cause, String lever) {
    static Stuck of(String name) {
      return new Stuck(
          name + " has no working time", "Give more working time, or the work to somebody else.");
    }

    static Stuck byTickets(String name) {
      return new Stuck(
          "Tickets take all working hours of " + name,
          "Not with these people: take tickets from "
              + name
              + ", or give the work to somebody"
              + " else.");
    }
  }

  private void leaveOutWithoutTime() {
    int asOf = prepared.axis.asOf();
    Map<Stuck, List<Integer>> stuck = new LinkedHashMap<>();
    for (int i = 0; i < prepared.count(); i++) {
      if (prepared.kind[i] == Prepared.Kind.CALENDAR && prepared.calendar[i].isEmptyFrom(asOf)) {
        String calendar = "The calendar of \"" + prepared.name(i) + '"';
        stuck.computeIfAbsent(Stuck.of(calendar), _ -> new ArrayList<>()).add(i);
      }
      for (int at = prepared.who[i];
          at < prepared.who[i + 1] && prepared.kind[i] == Prepared.Kind.PEOPLE;
          at++) {
        int person = prepared.person[at];
        if (prepared.meanClock[person].isEmptyFrom(asOf)) {
          stuck.computeIfAbsent(withoutTime(person), _ -> new ArrayList<>()).add(i);
        }
      }
    }
    stuck.forEach(this::leaveOutWithoutTime);
  }

  private Stuck withoutTime(int person) {
    String name = prepared.people[person].name();
    return prepared.clock[person].isEmptyFrom(prepared.axis.asOf())
        ? Stuck.of(name)
        : Stuck.byTickets(name);
  }

  private void leaveOutWithoutTime(Stuck why, List<Integer> stuck) {
    List<TaskId> left = leave(stuck);
    findings.add(
        Finding.Code.NO_WORKING_TIME,
        left,
        "%s, so %s be placed. %s %s",
        why.cause(),
        Findings.count(left.size(), "task") + " cannot",
        rest(),
        why.lever());
  }

  private void leaveOutCycles() {
    int[] cycle = new LinkBuilder(prepared.count(), links).cycles();
    Map<Integer, List<Integer>> cycles = new LinkedHashMap<>();
    for (int i = 0; i < cycle.length; i++) {
      if (cycle[i] >= 0) {
        cycles.computeIfAbsent(cycle[i], _ -> new ArrayList<>()).add(i);
      }
    }
    cycles.values().forEach(members -> leaveOutCycle(members));
  }

  private void leaveOutCycle(List<Integer> members) {
    List<TaskId> left = leave(members);
    int others = Math.max(0, left.size() - members.size());
    String waiting =
        others == 0 ? "" : " " + Findings.count(others, "more task") + " waiting for them cannot.";
    if (members.size() == 1) {
      findings.add(
          Finding.Code.CYCLE,
          left,
          "\"%s\" waits for itself, so it cannot start.%s %s Remove the link to plan it as well.",
          prepared.name(members.getFirst()),
          waiting,
          rest());
    } else {
      findings.add(
          Finding.Code.CYCLE,
          left,
          "%s wait for each other, so none of them can start.%s %s Remove one of the links between"
              + " them to plan these as well.",
          Findings.names(members.stream().map(prepared::name).toList()),
          waiting,
          rest());
    }
  }

  private String rest() {
    long placed = Arrays.stream(prepared.state).filter(it -> it != Prepared.State.OUT).count();
    return placed == 0
        ? "Nothing else is in the plan."
        : "The other "
            + Findings.count((int) placed, "task")
            + (placed == 1 ? " is" : " are")
            + " planned.";
  }

  /// Marks these and all that wait for them; gives those that were not out before, these first.
  private List<TaskId> leave(List<Integer> roots) {
    List<Integer> out = new ArrayList<>();
    for (int root : roots) {
      mark(root, out);
    }
    for (int at = 0; at < out.size(); at++) {
      for (int follower : followers(out.get(at))) {
        mark(follower, out);
      }
    }
    return out.stream().map(task -> prepared.tasks[task].id()).toList();
  }

  private void mark(int task, List<Integer> out) {
    if (!prepared.isOut(task)) {
      prepared.state[task] = Prepared.State.OUT;
      out.add(task);
    }
  }

  private int[] followers(int task) {
    if (next.length == 0) {
      int[] size = new int[prepared.count()];
      links.forEach(link -> size[link.from()]++);
      next = new int[prepared.count()][];
      Arrays.setAll(next, from -> new int[size[from]]);
      links.forEach(link -> next[link.from()][--size[link.from()]] = link.to());
    }
    return next[task];
  }
}
