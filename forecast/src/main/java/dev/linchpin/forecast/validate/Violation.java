package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.TaskId;

/// A rule that a schedule breaks, and where.
public record Violation(Rule rule, TaskId task, String message) {
  /// What a schedule has to keep to.
  public enum Rule {
    /// A task is missing, though nothing says why.
    MISSING,
    /// What has happened is where it was; nothing else begins before now.
    PAST,
    /// Nothing begins before its project or an own date lets it; a pin that slips is said.
    NOT_BEFORE,
    /// An end comes after a start.
    ORDER,
    /// A link, with its lag.
    LINK,
    /// The people of a task are those it names, and those who know what it needs.
    PEOPLE,
    /// Pieces add up to the work.
    WORK,
    /// Work begins and ends in working time.
    WORKING_TIME,
    /// What cannot be split is done in one go, by all its people from the same time on.
    ONE_GO,
    /// Nobody does more at once than they can.
    CAPACITY,
    /// A task lies in its change windows, outside their freezes, after their lead time.
    WINDOW,
    /// A broken promise or deadline is said.
    PROMISE
  }
}
