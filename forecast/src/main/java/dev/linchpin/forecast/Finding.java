package dev.linchpin.forecast;

import java.util.List;

/// Something odd about a plan, said to a person: what it is, what still works, what to do.
///
/// @param tasks the tasks it is about, the most telling first; may be empty
public record Finding(Code code, String message, List<TaskId> tasks) {
  public Finding {
    tasks = List.copyOf(tasks);
  }

  /// What kind of finding; the name is part of the API.
  public enum Code {
    /// Tasks wait for each other, so none of them can start.
    CYCLE,
    /// A link names a task that is not in the plan.
    LINK_TO_NOWHERE,
    /// Two tasks, people or calendars share one id; the first counts.
    DOUBLE_ID,
    /// A task names a person who is not in the plan.
    UNKNOWN_PERSON,
    /// A task, person or project names a calendar that is not in the plan.
    UNKNOWN_CALENDAR,
    /// A person or calendar has no working time, or never enough of it.
    NO_WORKING_TIME,
    /// A task wants more of a person or pool than there is.
    OVER_CAPACITY,
    /// A person is pinned to, or runs, more at the same time than they have time for.
    OVER_ALLOCATED,
    /// A constraint cannot be kept.
    CONSTRAINT_BROKEN,
    /// A deadline will probably be missed.
    DEADLINE_AT_RISK,
    /// A task has no estimate: it was counted as taking no time, or with a default.
    NO_ESTIMATE,
    /// A promise will probably be broken.
    PROMISE_AT_RISK,
    /// A promise is about something that is not in the plan.
    PROMISE_TO_NOWHERE,
    /// A task names a change window that is not in the plan.
    UNKNOWN_WINDOW,
    /// A change window never opens, or never long enough.
    NO_WINDOW,
    /// A task needs a topic that nobody knows well enough.
    NOBODY_KNOWS,
    /// A task lies beyond the last day that can be planned.
    TOO_FAR,
    /// The plan has nothing that could be placed.
    EMPTY,
    /// A risk can never happen, or happens for certain.
    RISK_WITHOUT_CHANCE,
    /// A risk, a rate or a cost is about something that is not in the plan, or that is done.
    RISK_TO_NOWHERE,
    /// Risks that exclude each other are together more likely than certain.
    RISKS_CONTRADICT,
    /// Anything that was read but cannot be represented.
    NOT_REPRESENTED,
    /// How much is known about interruptions or history.
    LITTLE_KNOWN;

    /// Whether its tasks are not placed, so that no date knows of them.
    public boolean leavesOut() {
      return switch (this) {
        case CYCLE, NO_WORKING_TIME, NO_WINDOW, NOBODY_KNOWS, TOO_FAR -> true;
        default -> false;
      };
    }
  }
}
