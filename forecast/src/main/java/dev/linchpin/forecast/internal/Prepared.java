package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * A plan as flat arrays: what every pass reads, and nothing else. Tasks, people and projects are
 * numbers in the order of the plan; lists of lists are one array and the places where each begins.
 * Times are minutes on the axis, work is minutes of each person's own clock, shares are
 * thousandths.
 *
 * A pass over 500 tasks then touches some 60 KB, which stays in the first two caches, and needs no
 * object per task and run.
 */
final class Prepared {
  /// A share or a capacity of one whole person.
  static final int WHOLE = 1_000;

  enum State {
    OPEN,
    STARTED,
    DONE,
    /// Left out: it cannot be placed, a finding says why.
    OUT
  }

  /// On what its time passes.
  enum Kind {
    /// A milestone, or nothing left to do.
    NONE,
    PEOPLE,
    CALENDAR,
    ELAPSED
  }

  final Kept kept;
  final Axis axis;
  final Project[] projects;
  final Task[] tasks;
  final Person[] people;

  /// Per task.
  final int[] project;

  final State[] state;
  final Kind[] kind;

  /// The calendar for lags, and for work that nobody in particular does.
  final WorkClock[] calendar;

  /// Likely work still to do, in minutes of whatever the kind runs on.
  final int[] work;

  /// No start before this: today, the project's first day, an own constraint.
  final int[] notBefore;

  /// No finish before this; 0 if there is no such wish.
  final int[] finishNotBefore;

  /// Starts on `notBefore` and waits for no link.
  final boolean[] pinned;

  /// As late as what follows allows.
  final boolean[] late;

  /// When it may be done; null at any time. What runs needs no window any more.
  final @Nullable Openings[] window;

  /// Each of its people may interrupt it.
  final boolean[] split;

  /// When it began, for what has begun; when it ended, for what is done.
  final int[] began;

  final int[] ended;

  /// The people of task i: `person[who[i]]` to before `person[who[i + 1]]`, with their shares.
  final int[] who;

  final int[] person;
  final int[] share;

  /// Whom it may be instead, if anybody who knows something will do; `person` is then only the
  /// first of them. They stand after those who are named, the rarest first.
  final int[] @Nullable [] choice;

  final Choices choices;

  /// Some task lets the pass choose.
  boolean chooses;

  /// Per person.
  final int[] capacity;

  final WorkClock[] clock;

  /// The clock less mean interruptions; the same object where nothing interrupts.
  final WorkClock[] meanClock;

  /// Every link between two tasks of the plan, and those a pass obeys.
  List<LinkBuilder.Known> known = List.of();

  /// Something may hold a task up in a run.
  boolean risky;

  /// Dates that were told.
  List<Rules.Due> dues = List.of();

  Links links = Links.NONE;

  Prepared(Kept kept, Project[] projects, Task[] tasks, Person[] people, int assignments) {
    int count = tasks.length;
    this.kept = kept;
    this.axis = kept.axis();
    this.projects = projects;
    this.tasks = tasks;
    this.people = people;
    this.project = new int[count];
    this.state = new State[count];
    this.kind = new Kind[count];
    this.calendar = new WorkClock[count];
    this.work = new int[count];
    this.notBefore = new int[count];
    this.finishNotBefore = new int[count];
    this.pinned = new boolean[count];
    this.late = new boolean[count];
    this.began = new int[count];
    this.ended = new int[count];
    this.who = new int[count + 1];
    this.person = new int[assignments];
    this.share = new int[assignments];
    this.choice = new int[assignments][];
    this.choices = new Choices(choice);
    this.window = new Openings[count];
    this.split = new boolean[count];
    this.capacity = new int[people.length];
    this.clock = new WorkClock[people.length];
    this.meanClock = new WorkClock[people.length];
  }

  int count() {
    return tasks.length;
  }

  /// True if every task that needs people runs from its start to its end with those it names.
  boolean runsThrough() {
    for (int i = 0; i < count(); i++) {
      if (kind[i] == Kind.PEOPLE && !isOut(i) && (split[i] || window[i] != null)) {
        return false;
      }
    }
    return !chooses;
  }

  boolean isOut(int task) {
    return state[task] == State.OUT;
  }

  /// True if something of it is still to come.
  boolean isOpen(int task) {
    return state[task] == State.OPEN || state[task] == State.STARTED;
  }

  /// True if another order may give it another time.
  boolean mayMove(int task) {
    return state[task] == State.OPEN && !pinned[task];
  }

  /// A finish as it is told: work that ends at midnight ends on the day it was done, but no moment
  /// comes before it may.
  int lastMinute(int task, int finish) {
    boolean midnight = finish > notBefore[task] && finish % Axis.DAY == 0;
    return midnight && (kind[task] != Kind.NONE || !goesOn(task, finish)) ? finish - 1 : finish;
  }

  /// A milestone at midnight belongs to the day that begins, if something can happen then.
  private boolean goesOn(int task, int at) {
    Openings open = window[task];
    if (open == null) {
      return calendar[task].next(at) == at;
    }
    int span = open.after(at);
    return span >= 0 && open.opens(span) <= at;
  }

  String name(int task) {
    return tasks[task].name();
  }
}
