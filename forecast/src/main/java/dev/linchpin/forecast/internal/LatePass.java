package dev.linchpin.forecast.internal;

import java.util.ArrayList;
import java.util.List;

/*
 * Moves tasks that are wanted as late as possible to the latest time at which nothing else moves:
 * what follows them keeps its dates, and so does what their people do. They are taken last ones
 * first, so that a chain of late tasks moves as a whole. Work within change windows moves from
 * opening to opening, and what can be split fills the last gaps instead of the first.
 *
 * Source: backward pass of the critical path method.
 */
final class LatePass {
  private final Prepared plan;
  private final SerialPass pass;
  private final Bookings bookings;
  private final Gaps gaps;

  /// In time that is counted backwards from the end of the axis.
  private final Tried tried;

  private final int[] projectEnd;

  LatePass(Prepared plan, SerialPass pass, Bookings bookings, Gaps gaps, Tried tried) {
    this.plan = plan;
    this.pass = pass;
    this.bookings = bookings;
    this.gaps = gaps;
    this.tried = tried;
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
      if (plan.late[order[at]] && !plan.isOut(order[at])) {
        putOff(order[at]);
      }
    }
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
    boolean people = plan.kind[task] == Prepared.Kind.PEOPLE;
    if (people) {
      book(task, -1);
      forget(task);
      if (plan.split[task]) {
        movePieces(task, startLimit, finishLimit);
      } else {
        movePeople(task, startLimit, finishLimit);
      }
      book(task, 1);
    } else {
      moveAlone(task, startLimit, finishLimit);
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

  private void moveAlone(int task, int startLimit, int finishLimit) {
    Openings window = plan.window[task];
    if (window != null && plan.split[task] && plan.kind[task] != Prepared.Kind.NONE) {
      moveThrough(task, window, startLimit, finishLimit);
      return;
    }
    Lasting lasting = alone(task, plan.work[task]);
    int from = Math.min(lasting.startBy(finishLimit), lasting.beginBy(startLimit));
    if (window != null) {
      from = window.lastFit(from, pass.start[task], lasting::finish, lasting::startBy);
    }
    if (from > pass.start[task]) {
      move(task, from, lasting.finish(from), finishLimit);
    }
  }

  /// Work that nobody in particular does, interrupted while its windows are shut.
  private void moveThrough(int task, Openings window, int startLimit, int finishLimit) {
    WorkClock clock = plan.calendar[task];
    boolean passes = pass.passes(task);
    int from =
        window.backThrough(
            finishLimit,
            pass.start[task],
            plan.work[task],
            (end, work) -> alone(task, work).startBy(end),
            (a, b) -> passes ? b - a : clock.worked(b) - clock.worked(a));
    if (from > pass.start[task] && from <= startLimit) {
      move(task, from, pass.through(task, window, from), finishLimit);
    }
  }

  private Lasting alone(int task, int work) {
    if (pass.passes(task)) {
      return new Lasting.Passing(plan.axis, work);
    }
    return plan.kind[task] == Prepared.Kind.NONE
        ? new Lasting.Moment(plan.calendar[task])
        : new Lasting.OnClock(plan.calendar[task], work);
  }

  private void movePeople(int task, int startLimit, int finishLimit) {
    Lasting lasting = together(task);
    Openings window = plan.window[task];
    int last = Math.min(lasting.startBy(finishLimit), lasting.beginBy(startLimit));
    int from =
        window == null ? whenAllAreFree(task, last) : whenAllAreFreeAndOpen(task, last, window);
    if (from > pass.start[task] && move(task, from, lasting.finish(from), finishLimit)) {
      for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
        pass.bookedAt(at, pass.byAppointment(task) ? from : clock(at).worked(from));
      }
    }
  }

  private int whenAllAreFree(int task, int last) {
    int from = last;
    int before;
    do {
      before = from;
      for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
        from = Math.min(from, latest(task, at, from));
      }
    } while (from < before && from > pass.start[task]);
    return from;
  }

  private int whenAllAreFreeAndOpen(int task, int last, Openings window) {
    Lasting lasting = together(task);
    int since = pass.start[task];
    int far = plan.axis.end();
    int end = plan.who[task + 1];
    Tried.Stretches after =
        tried.of(window, plan.work[task], pass.person, plan.share, plan.who[task], end);
    int from = last;
    int before;
    do {
      Tried.Vain vain = after.at(far - from);
      from = vain == null ? from : far - vain.to();
      before = from;
      from = whenAllAreFree(task, from);
      if (from > since) {
        from = window.lastFit(from, since, lasting::finish, lasting::startBy);
      }
    } while (from < before && from > since);
    if (from < last && last > since) {
      after.add(far - last, new Tried.Vain(far - Math.max(from, since), -1, -1, false));
    }
    return from;
  }

  /// Where a task lies that is given back, its people may do something else.
  private void forget(int task) {
    int far = plan.axis.end();
    int from = pass.start[task];
    int to = pass.finish[task];
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      for (Tried.Stretches stretches : tried.with(pass.person[at])) {
        int span = stretches.window.before(from);
        int opens = span < 0 ? from : stretches.window.opens(span);
        stretches.forget(far - to, far - opens + 1);
      }
    }
  }

  private Lasting together(int task) {
    if (pass.byAppointment(task)) {
      return new Lasting.Passing(plan.axis, plan.work[task]);
    }
    List<Lasting.OnClock> all = new ArrayList<>();
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      all.add(new Lasting.OnClock(clock(at), plan.work[task]));
    }
    return new Lasting.Together(all);
  }

  /// The last time up to `from` at which one of the people has time for all of it; below 0 if there
  /// is none.
  private int latest(int task, int place, int from) {
    int work = plan.work[task];
    int share = plan.share[place];
    if (from < 0 || pass.byAppointment(task)) {
      return from < 0 ? from : bookings.latestAppointment(pass.person[place], from, work, share);
    }
    int worked = clock(place).worked(from);
    int free = bookings.profile(pass.person[place]).latest(worked, work, share);
    if (free == worked) {
      return from;
    }
    return free < 0 ? -1 : clock(place).startAt(free);
  }

  /// Pieces fill the last gaps. Where that would begin too late for what starts with it, they fill
  /// the last gaps before that.
  private void movePieces(int task, int startLimit, int finishLimit) {
    if (!fillLastGaps(task, startLimit, finishLimit) && startLimit < finishLimit) {
      fillLastGaps(task, startLimit, startLimit);
    }
  }

  private boolean fillLastGaps(int task, int startLimit, int finishLimit) {
    int first = plan.who[task];
    int[][] found = new int[plan.who[task + 1] - first][];
    int begin = plan.axis.end();
    int end = 0;
    for (int k = 0; k < found.length; k++) {
      found[k] =
          gaps.last(
              pass.person,
              first + k,
              pass.start[task],
              finishLimit,
              plan.work[task],
              plan.window[task]);
      if (found[k].length == 0) {
        return false;
      }
      begin = Math.min(begin, pass.start(task, first + k, found[k][0]));
      end = Math.max(end, pass.end(task, first + k, found[k]));
    }
    if (begin <= pass.start[task] || begin > startLimit || !move(task, begin, end, finishLimit)) {
      return false;
    }
    for (int k = 0; k < found.length; k++) {
      pass.pieces(first + k, found[k]);
    }
    return true;
  }

  /// Books what the people of a task do, or gives it back with a sign of -1.
  private void book(int task, int sign) {
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      int[] points = pass.points(task, at);
      int share = sign * plan.share[at];
      for (int k = 0; k < points.length; k += 2) {
        if (pass.byAppointment(task)) {
          bookings.bookAppointment(pass.person[at], points[k], points[k + 1], share, task);
        } else {
          bookings.book(pass.person[at], points[k], points[k + 1] - points[k], share, task);
        }
      }
    }
  }

  private WorkClock clock(int place) {
    return plan.meanClock[pass.person[place]];
  }

  private boolean move(int task, int from, int to, int finishLimit) {
    if (to > finishLimit) {
      return false;
    }
    pass.start[task] = from;
    pass.finish[task] = to;
    pass.putOff[task] = true;
    return true;
  }
}
