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

/// A plan placed once, with the reason for each start. What is found out stays as it is.
public final class Placing {
  final Prepared plan;
  final SerialPass pass;
  private final int[] order;
  private final boolean improved;
  private final Findings findings;

  private Placing(
      Prepared plan, SerialPass pass, int[] order, boolean improved, Findings findings) {
    this.plan = plan;
    this.pass = pass;
    this.order = order;
    this.improved = improved;
    this.findings = findings;
  }

  /// A plan with likely durations and mean interruptions, in the order of the longest paths.
  public static Placing place(Plan plan, Interruptions interruptions, LocalDateTime asOf) {
    return place(plan, interruptions, asOf, new Findings(), null);
  }

  /// @param kept of the plan as it was before an edit
  static Placing place(
      Plan plan,
      Interruptions interruptions,
      LocalDateTime asOf,
      Findings findings,
      @Nullable Kept kept) {
    Prepared prepared = Preparation.prepare(plan, interruptions, asOf, findings, kept);
    return place(prepared, null, findings);
  }

  /// The plan as it is after an edit. Where an order was found that is better than that of the
  /// longest paths, it stays.
  public Placing with(Plan changed, Interruptions interruptions, LocalDateTime asOf) {
    Findings said = new Findings();
    Prepared prepared = Preparation.prepare(changed, interruptions, asOf, said, plan.kept);
    return place(prepared, improved ? this : null, said);
  }

  /// The plan in the best order found with an effort.
  public Placing improved(Effort effort) {
    int[] better = Improving.improve(plan, order, effort);
    return new Placing(plan, run(plan, better), better, true, findings);
  }

  private static Placing place(Prepared plan, @Nullable Placing before, Findings findings) {
    SerialPass pass;
    int[] order;
    do {
      order = Ranks.byLongestPath(plan);
      if (before != null) {
        order = Ranks.inOrderOf(before.plan, before.order, plan, order);
      }
      pass = run(plan, order);
    } while (LeftOut.leaveOutTooFar(plan, pass.finish, findings));
    return new Placing(plan, pass, order, before != null, findings);
  }

  private static SerialPass run(Prepared plan, int[] order) {
    SerialPass pass = new SerialPass(plan);
    pass.run(order);
    return pass;
  }

  /// What is said about the plan, and where everything lies.
  public Schedule schedule() {
    Findings all = findings.copy();
    new Promises(this, all).check();
    return new Schedule(placed(), all.all());
  }

  /// How much later each task that is not done may lie, in its own working time.
  public Map<TaskId, Duration> slack() {
    int[] minutes = Slack.of(plan, pass);
    Map<TaskId, Duration> slack = new LinkedHashMap<>();
    for (int i = 0; i < minutes.length; i++) {
      if (plan.isOpen(i)) {
        slack.put(id(i), Duration.ofMinutes(minutes[i]));
      }
    }
    return slack;
  }

  private Map<TaskId, Placed> placed() {
    List<Map.Entry<TaskId, Placed>> placed = new ArrayList<>(plan.count());
    for (int i = 0; i < plan.count(); i++) {
      if (!plan.isOut(i)) {
        placed.add(Map.entry(id(i), placed(i)));
      }
    }
    return Map.ofEntries(placed.<Map.Entry<TaskId, Placed>>toArray(Map.Entry[]::new));
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
        int[] points = pass.points(i, at);
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
