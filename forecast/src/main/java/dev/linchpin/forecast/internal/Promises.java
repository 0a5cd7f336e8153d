package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.TaskId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says which constraints and deadlines a placed plan does not keep. They are compared by day.
final class Promises {
  private final Placing placing;
  private final Prepared plan;
  private final Findings findings;

  Promises(Placing placing, Findings findings) {
    this.placing = placing;
    this.plan = placing.plan;
    this.findings = findings;
  }

  void check() {
    checkConstraints();
    for (int i = 0; i < plan.count(); i++) {
      LocalDateTime deadline = plan.tasks[i].deadline();
      if (isOpen(i) && deadline != null && endsAfter(i, deadline)) {
        findings.add(
            Finding.Code.DEADLINE_AT_RISK,
            List.of(plan.tasks[i].id()),
            "\"%s\" ends on %s, after its deadline %s. Nothing was moved for it. Change the"
                + " deadline, or what it waits for.",
            plan.name(i),
            placing.finish(i).toLocalDate(),
            deadline.toLocalDate());
      }
    }
    int[] lastOpen = lastOpen();
    for (Rules.Due due : plan.dues) {
      check(due, due.task() >= 0 ? due.task() : lastOpen[due.project()]);
    }
  }

  private void check(Rules.Due due, int last) {
    if (last >= 0 && isOpen(last) && plan.lastMinute(last, pass().finish[last]) >= due.by()) {
      findings.add(
          Finding.Code.PROMISE_AT_RISK,
          List.of(plan.tasks[last].id()),
          "%s was promised%s by %s and ends on %s. Nothing was moved for it. Tell them, or make it"
              + " wait for less.",
          due.name(),
          due.promise().hard() ? " as a hard date" : "",
          due.promise().by(),
          placing.finish(last).toLocalDate());
    }
  }

  /// The open task that ends last in each project; -1 if nothing is open any more.
  private int[] lastOpen() {
    int[] last = new int[plan.projects.length];
    Arrays.fill(last, -1);
    for (int i = 0; i < plan.count(); i++) {
      int before = last[plan.project[i]];
      if (isOpen(i) && (before < 0 || pass().finish[i] > pass().finish[before])) {
        last[plan.project[i]] = i;
      }
    }
    return last;
  }

  private boolean endsAfter(int i, LocalDateTime deadline) {
    return placing.finish(i).toLocalDate().isAfter(deadline.toLocalDate());
  }

  void checkConstraints() {
    for (int i = 0; i < plan.count(); i++) {
      LocalDateTime wanted = isOpen(i) ? wanted(plan.tasks[i].constraint()) : null;
      if (wanted != null) {
        checkConstraint(i, wanted);
      }
    }
    brokenByPins();
  }

  private boolean isOpen(int i) {
    return !plan.isOut(i) && !(plan.tasks[i].progress() instanceof Progress.Done);
  }

  private void checkConstraint(int i, LocalDateTime wanted) {
    boolean start = aboutStart(plan.tasks[i].constraint());
    if (start && plan.state[i] == Prepared.State.STARTED) {
      return;
    }
    LocalDate real =
        start ? plan.axis.at(pass().start[i]).toLocalDate() : placing.finish(i).toLocalDate();
    if (real.isAfter(wanted.toLocalDate())) {
      findings.add(
          Finding.Code.CONSTRAINT_BROKEN,
          List.of(plan.tasks[i].id()),
          "\"%s\" cannot %s by %s; it is planned for %s. Change the date, or what it waits for.",
          plan.name(i),
          start ? "start" : "end",
          wanted.toLocalDate(),
          real);
    }
  }

  private static boolean aboutStart(Constraint constraint) {
    return constraint instanceof Constraint.StartOn
        || constraint instanceof Constraint.StartNotAfter;
  }

  private static @Nullable LocalDateTime wanted(Constraint constraint) {
    return switch (constraint) {
      case Constraint.StartOn it -> it.at();
      case Constraint.FinishOn it -> it.at();
      case Constraint.StartNotAfter it -> it.at();
      case Constraint.FinishNotAfter it -> it.at();
      case Constraint.AsSoonAsPossible _,
          Constraint.AsLateAsPossible _,
          Constraint.StartNotBefore _,
          Constraint.FinishNotBefore _ ->
          null;
    };
  }

  /// A pinned task starts whatever its links say; this says which of them it breaks.
  private void brokenByPins() {
    for (LinkBuilder.Known link : plan.known) {
      int to = link.to();
      if (!plan.pinned[to] || plan.isOut(to) || plan.isOut(link.from())) {
        continue;
      }
      int bound = bound(link);
      if ((link.toFinish() ? pass().finish[to] : pass().start[to]) < bound) {
        List<TaskId> both = new ArrayList<>();
        both.add(plan.tasks[to].id());
        both.add(plan.tasks[link.from()].id());
        findings.add(
            Finding.Code.CONSTRAINT_BROKEN,
            both,
            "\"%s\" is pinned to %s, before \"%s\" lets it. It stays there. Remove the pin or the"
                + " link.",
            plan.name(to),
            plan.axis.at(pass().start[to]).toLocalDate(),
            plan.name(link.from()));
      }
    }
  }

  private int bound(LinkBuilder.Known link) {
    int time = link.fromFinish() ? pass().finish[link.from()] : pass().start[link.from()];
    int lag = LinkBuilder.minutes(link.link().lag().time());
    if (lag == 0) {
      return time;
    }
    return link.link().lag().elapsed()
        ? plan.axis.plus(time, lag)
        : plan.calendar[link.to()].shift(time, lag);
  }

  private SerialPass pass() {
    return placing.pass;
  }
}
