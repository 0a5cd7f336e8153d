package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Because;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.TaskId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A plan placed once, with the reason for each start.
public final class Placing {
  final Prepared plan;
  final SerialPass pass;
  private final Findings findings;

  private Placing(Prepared plan, SerialPass pass, Findings findings) {
    this.plan = plan;
    this.pass = pass;
    this.findings = findings;
  }

  /// The schedule of a plan with likely durations and mean interruptions.
  ///
  /// @param effort how hard to look for a better one than the first
  public static Schedule schedule(
      Plan plan, Interruptions interruptions, LocalDateTime asOf, Effort effort) {
    Placing placing = place(plan, interruptions, asOf, new Findings());
    if (effort.passes() > 1) {
      placing = placing.improved(effort);
    }
    new Promises(placing, placing.findings).check();
    return new Schedule(placing.placed(), placing.findings.all(), placing.slack());
  }

  private Map<TaskId, Duration> slack() {
    int[] minutes = Slack.of(plan, pass);
    Map<TaskId, Duration> slack = new LinkedHashMap<>();
    for (int i = 0; i < minutes.length; i++) {
      if (plan.state[i] == Prepared.State.OPEN || plan.state[i] == Prepared.State.STARTED) {
        slack.put(id(i), Duration.ofMinutes(minutes[i]));
      }
    }
    return slack;
  }

  static Placing place(
      Plan plan, Interruptions interruptions, LocalDateTime asOf, Findings findings) {
    Prepared prepared = Preparation.prepare(plan, interruptions, asOf, findings);
    SerialPass pass = run(prepared);
    while (new LeftOut(prepared, findings).leaveOutTooFar(pass.finish)) {
      pass = run(prepared);
    }
    return new Placing(prepared, pass, findings);
  }

  private Placing improved(Effort effort) {
    int[] order = Ranks.byLongestPath(plan);
    return new Placing(plan, Improving.improve(plan, pass, order, effort), findings);
  }

  private static SerialPass run(Prepared prepared) {
    SerialPass pass = new SerialPass(prepared, Ranks.byLongestPath(prepared));
    pass.run();
    return pass;
  }

  private Map<TaskId, Placed> placed() {
    Map<TaskId, Placed> placed = new LinkedHashMap<>();
    for (int i = 0; i < plan.count(); i++) {
      if (!plan.isOut(i)) {
        placed.put(plan.tasks[i].id(), placed(i));
      }
    }
    return placed;
  }

  private Placed placed(int i) {
    return switch (plan.tasks[i].progress()) {
      case Progress.Done done -> past(done.start(), done.finish());
      case Progress.Started started ->
          new Placed(started.at(), finish(i), Because.PAST, null, null, null, pieces(i));
      case Progress.NotStarted _ -> open(i);
    };
  }

  private static Placed past(LocalDateTime start, LocalDateTime finish) {
    return new Placed(start, finish.isBefore(start) ? start : finish, Because.PAST, null, null);
  }

  private Placed open(int i) {
    if (pass.putOff[i]) {
      return why(i, Because.CONSTRAINT, null, null);
    }
    if (pass.byWindow[i]) {
      return byWindow(i);
    }
    if (pass.blockedBy[i] >= 0) {
      return why(i, Because.PERSON, id(pass.blockedBy[i]), decider(i));
    }
    if (pass.byAppointment(i) && pass.decider[i] >= 0) {
      return why(i, Because.CALENDAR, null, decider(i));
    }
    int bound = pass.startBound[i];
    int cause = pass.startCause[i];
    boolean byFinish = pass.start[i] > bound && pass.finishBound[i] >= pass.finish[i];
    if (byFinish) {
      cause = pass.finishCause[i];
    } else if (clock(i).skipsFreeDay(bound, pass.start[i])) {
      return why(i, Because.CALENDAR, null, decider(i));
    }
    if (cause >= 0) {
      return why(i, Because.TASK, id(cause), null);
    }
    Openings window = plan.window[i];
    if (window != null && !byFinish && bound == window.afterLead() && bound > plan.axis.asOf()) {
      return byWindow(i);
    }
    return why(
        i, byFinish || isOwnWish(i) ? Because.CONSTRAINT : Because.PROJECT_START, null, null);
  }

  private Placed why(int i, Because because, @Nullable TaskId waitsFor, @Nullable PersonId person) {
    return new Placed(start(i), finish(i), because, waitsFor, person, null, pieces(i));
  }

  private Placed byWindow(int i) {
    Openings window = Objects.requireNonNull(plan.window[i]);
    return new Placed(
        start(i),
        finish(i),
        Because.WINDOW,
        null,
        null,
        window.shutBy(pass.startBound[i], pass.start[i]),
        pieces(i));
  }

  private List<Piece> pieces(int i) {
    List<Piece> all = new ArrayList<>();
    if (plan.kind[i] == Prepared.Kind.PEOPLE) {
      for (int at = plan.who[i]; at < plan.who[i + 1]; at++) {
        int[] split = pass.pieces(at);
        int from = pass.bookedAt(at);
        int[] points = split == null ? new int[] {from, from + plan.work[i]} : split;
        for (int k = 0; k < points.length; k += 2) {
          all.add(piece(i, at, points[k], points[k + 1]));
        }
      }
    }
    return all;
  }

  private Piece piece(int i, int place, int from, int to) {
    WorkClock clock = plan.meanClock[pass.person[place]];
    boolean appointment = pass.byAppointment(i);
    return new Piece(
        plan.people[pass.person[place]].id(),
        (double) plan.share[place] / Prepared.WHOLE,
        plan.axis.at(appointment ? from : clock.startAt(from)),
        plan.axis.at(appointment ? to : clock.finishAt(to)));
  }

  /// A constraint, not the project's first day, decided the first possible start.
  private boolean isOwnWish(int i) {
    int home = plan.axis.minute(plan.projects[plan.project[i]].notBefore());
    return plan.pinned[i] || plan.notBefore[i] > Math.max(plan.axis.asOf(), home);
  }

  private WorkClock clock(int i) {
    return pass.decider[i] < 0 ? plan.calendar[i] : plan.clock[pass.decider[i]];
  }

  /// A milestone begins when it ends.
  private LocalDateTime start(int i) {
    LocalDateTime start = plan.axis.at(pass.start[i]);
    return plan.kind[i] == Prepared.Kind.NONE && finish(i).isBefore(start) ? finish(i) : start;
  }

  /// The last minute before midnight stands for midnight: work ends on the day it was done.
  LocalDateTime finish(int i) {
    return plan.axis.at(plan.lastMinute(i, pass.finish[i]));
  }

  private TaskId id(int task) {
    return plan.tasks[task].id();
  }

  private @Nullable PersonId decider(int i) {
    return pass.decider[i] < 0 ? null : plan.people[pass.decider[i]].id();
  }
}
