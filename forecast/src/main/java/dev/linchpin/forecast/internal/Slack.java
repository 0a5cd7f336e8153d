package dev.linchpin.forecast.internal;

import java.util.Arrays;
import java.util.Comparator;

/*
 * How much later a placed task may lie before the last task of its project ends later, if everybody
 * keeps the order of the schedule: total float along links and along people. Tasks are taken last
 * ones first, and each is limited by the latest times of those behind it.
 *
 * Where a link leads to a task that begins earlier (a lead, or ends that are tied), that task's
 * latest time is not known yet; its planned time stands in, so slack is never said too large. What
 * lies in a window may move within the opening it lies in.
 *
 * Source: backward pass of the critical path method, with resource arcs as in the critical chain:
 * J. Wiest, Operations Research 12 (1964).
 */
final class Slack {
  private final Prepared plan;
  private final SerialPass pass;
  private final int[] minutes;
  private final int[] latestStart;
  private final int[] latestFinish;
  private final int[] projectEnd;

  /// The place after each place on the same person that cannot overlap it; -1 for none.
  private final int[] next;

  private Slack(Prepared plan, SerialPass pass) {
    this.plan = plan;
    this.pass = pass;
    this.minutes = new int[plan.count()];
    this.latestStart = pass.start.clone();
    this.latestFinish = pass.finish.clone();
    this.projectEnd = new int[plan.projects.length];
    this.next = new int[plan.who[plan.count()]];
  }

  /// Minutes of each task's own working time.
  static int[] of(Prepared plan, SerialPass pass) {
    Slack slack = new Slack(plan, pass);
    slack.find();
    return slack.minutes;
  }

  private void find() {
    Integer[] order = new Integer[plan.count()];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < order.length; i++) {
      if (!plan.isOut(i)) {
        int project = plan.project[i];
        projectEnd[project] = Math.max(projectEnd[project], pass.finish[i]);
      }
    }
    Comparator<Integer> byStart = Comparator.comparingInt(i -> pass.start[i]);
    Arrays.sort(order, byStart.thenComparingInt(i -> pass.finish[i]).reversed());
    findNext(order);
    for (int task : order) {
      if (plan.isOpen(task)) {
        find(task);
      }
    }
  }

  /// Walks through the tasks from the last to the first: whoever a person did there comes next.
  private void findNext(Integer[] order) {
    int[] taskOf = new int[next.length];
    int[] last = new int[plan.people.length];
    Arrays.fill(last, -1);
    for (int task : order) {
      if (plan.kind[task] != Prepared.Kind.PEOPLE || plan.isOut(task)) {
        continue;
      }
      for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
        int person = pass.person[place];
        int after = last[person];
        while (after >= 0 && pass.start[taskOf[after]] < pass.finish[task]) {
          after = next[after];
        }
        boolean together =
            after >= 0 && plan.share[place] + plan.share[after] <= plan.capacity[person];
        next[place] = together ? next[after] : after;
        taskOf[place] = task;
        last[person] = place;
      }
    }
    for (int place = 0; place < next.length; place++) {
      next[place] = next[place] < 0 ? -1 : taskOf[next[place]];
    }
  }

  private void find(int task) {
    int finishLimit = projectEnd[plan.project[task]];
    int startLimit = finishLimit;
    Links links = plan.links;
    for (int k = links.first()[task]; k < links.first()[task + 1]; k++) {
      if (k < links.fromFinish()[task]) {
        startLimit = Math.min(startLimit, limit(k));
      } else {
        finishLimit = Math.min(finishLimit, limit(k));
      }
    }
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      if (plan.kind[task] == Prepared.Kind.PEOPLE && next[place] >= 0) {
        finishLimit = Math.min(finishLimit, latestStart[next[place]]);
      }
    }
    Openings window = plan.window[task];
    if (window != null) {
      int span = window.after(Math.max(pass.start[task], pass.finish[task] - 1));
      finishLimit = Math.min(finishLimit, window.closes(span));
    }
    boolean free = plan.kind[task] == Prepared.Kind.ELAPSED || pass.byAppointment(task);
    WorkClock clock = clock(task);
    int slack = between(clock, free, pass.finish[task], finishLimit);
    if (plan.state[task] == Prepared.State.OPEN) {
      slack = Math.min(slack, between(clock, free, pass.start[task], startLimit));
    }
    minutes[task] = slack;
    if (slack > 0) {
      latestStart[task] = later(clock, free, pass.start[task], slack);
      latestFinish[task] =
          free
              ? pass.finish[task] + slack
              : clock.finishAt(clock.worked(pass.finish[task]) + slack);
    }
  }

  private static int between(WorkClock clock, boolean free, int from, int to) {
    return Math.max(0, free ? to - from : clock.worked(to) - clock.worked(from));
  }

  private static int later(WorkClock clock, boolean free, int at, int slack) {
    return free ? at + slack : clock.startAt(clock.worked(at) + slack);
  }

  /// The clock of the first of its people, or its own.
  private WorkClock clock(int task) {
    return plan.kind[task] == Prepared.Kind.PEOPLE
        ? plan.meanClock[pass.person[plan.who[task]]]
        : plan.calendar[task];
  }

  /// The latest time of the task's own end of a link that keeps the other end.
  private int limit(int link) {
    Links links = plan.links;
    int to = links.to()[link];
    int other = links.toFinish()[link] ? latestFinish[to] : latestStart[to];
    int lag = links.lag()[link];
    if (lag == 0) {
      return other;
    }
    return links.elapsed()[link]
        ? plan.axis.plus(other, -lag)
        : plan.calendar[to].shift(other, -lag);
  }
}
