package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * Moves tasks that are wanted as late as possible to the latest time at which nothing else moves:
 * what follows them keeps its dates, and so does what their people do. They are taken last ones
 * first, so that a chain of late tasks moves as a whole. Source: backward pass of the critical
 * path method.
 */
final class LatePass {
  private final Prepared plan;
  private final SerialPass pass;
  private final Bookings bookings;
  private final int[] projectEnd;

  LatePass(Prepared plan, SerialPass pass, Bookings bookings) {
    this.plan = plan;
    this.pass = pass;
    this.bookings = bookings;
    this.projectEnd = new int[plan.projects.length];
    for (int i = 0; i < plan.count(); i++) {
      if (!plan.isOut(i)) {
        int project = plan.project[i];
        projectEnd[project] = Math.max(projectEnd[project], pass.finish[i]);
      }
    }
  }

  void run() {
    int[] order = Ranks.predecessorsFirst(plan);
    for (int at = order.length - 1; at >= 0; at--) {
      if (canBePutOff(order[at])) {
        putOff(order[at]);
      }
    }
  }

  /// What lies in a window or in pieces stays where it is.
  private boolean canBePutOff(int task) {
    return plan.late[task]
        && !plan.isOut(task)
        && plan.window[task] == null
        && !(plan.split[task] && plan.kind[task] == Prepared.Kind.PEOPLE);
  }

  private void putOff(int task) {
    int startLimit = plan.axis.end();
    int finishLimit = projectEnd[plan.project[task]];
    Links links = plan.links;
    for (int k = links.first()[task]; k < links.first()[task + 1]; k++) {
      int limit = limit(k);
      if (k < links.fromFinish()[task]) {
        startLimit = Math.min(startLimit, limit);
      } else {
        finishLimit = Math.min(finishLimit, limit);
      }
    }
    switch (plan.kind[task]) {
      case NONE -> moveMilestone(task, Math.min(startLimit, finishLimit));
      case ELAPSED -> {
        int from = Math.min(startLimit, finishLimit - plan.work[task]);
        move(task, from, from + plan.work[task], finishLimit);
      }
      case CALENDAR -> {
        WorkClock clock = plan.calendar[task];
        int from = lastStart(clock, task, startLimit, finishLimit);
        move(task, from, clock.finish(from, plan.work[task]), finishLimit);
      }
      case PEOPLE -> movePeople(task, startLimit, finishLimit);
    }
  }

  /// The latest time of the task's own end of a link that keeps the other end where it is.
  private int limit(int link) {
    Links links = plan.links;
    int to = links.to()[link];
    int other = links.toFinish()[link] ? pass.finish[to] : pass.start[to];
    int lag = links.lag()[link];
    if (lag == 0) {
      return other;
    }
    return links.elapsed()[link]
        ? plan.axis.plus(other, -lag)
        : plan.calendar[to].shift(other, -lag);
  }

  private void moveMilestone(int task, int limit) {
    WorkClock clock = plan.calendar[task];
    int at = clock.touches(limit) ? limit : clock.finishAt(clock.worked(limit));
    move(task, at, at, limit);
  }

  private int lastStart(WorkClock clock, int task, int startLimit, int finishLimit) {
    int from = clock.startAt(Math.max(0, clock.worked(finishLimit) - plan.work[task]));
    return from <= startLimit ? from : clock.startAt(Math.max(0, clock.worked(startLimit) - 1));
  }

  private void movePeople(int task, int startLimit, int finishLimit) {
    int[] booked = new int[plan.who[task + 1] - plan.who[task]];
    Arrays.setAll(booked, k -> pass.bookedAt(plan.who[task] + k));
    book(task, booked, -1);
    int from = lastChance(task, startLimit, finishLimit);
    int end = 0;
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      end = Math.max(end, clock(at).finish(from, plan.work[task]));
    }
    if (from > pass.start[task] && end <= finishLimit) {
      int moved = from;
      Arrays.setAll(booked, k -> clock(plan.who[task] + k).worked(moved));
      for (int k = 0; k < booked.length; k++) {
        pass.bookedAt(plan.who[task] + k, booked[k]);
      }
      move(task, from, end, finishLimit);
    }
    book(task, booked, 1);
  }

  private void book(int task, int[] booked, int sign) {
    for (int k = 0; k < booked.length; k++) {
      int at = plan.who[task] + k;
      int share = sign * plan.share[at];
      bookings.profile(pass.person[at]).book(booked[k], plan.work[task], share, task);
    }
  }

  /// The last time at which all people of a task have time for all of it; 0 if there is none.
  private int lastChance(int task, int startLimit, int finishLimit) {
    int from = startLimit;
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      from = Math.min(from, lastStart(clock(at), task, startLimit, finishLimit));
    }
    boolean moved = true;
    while (moved && from > 0) {
      moved = false;
      for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
        int worked = clock(at).worked(from);
        Profile profile = bookings.profile(pass.person[at]);
        int free = profile.latest(worked, plan.work[task], plan.share[at]);
        if (free < worked) {
          from = free < 0 ? 0 : clock(at).startAt(free);
          moved = true;
        }
      }
    }
    return from;
  }

  private WorkClock clock(int assignment) {
    return plan.meanClock[pass.person[assignment]];
  }

  private void move(int task, int from, int to, int finishLimit) {
    if (from > pass.start[task] && to <= finishLimit) {
      pass.start[task] = from;
      pass.finish[task] = to;
      pass.putOff[task] = true;
    }
  }
}
