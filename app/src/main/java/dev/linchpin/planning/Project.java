package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A project without its plan (that is [ProjectPlan]).
///
/// @param priority 1 goes first where two projects want the same person; no two share one
/// @param fixedFinish the day it must be finished on, set from outside; null when there is none
/// @param checkedAt when somebody last said that the plan is right; null when nobody did
/// @param zone where its dates end
/// @param confidential seen only by project managers, auditors and its members
/// @param version for the next change: a change that expects another version is refused
public record Project(
    ProjectKey key,
    String name,
    String goal,
    int priority,
    ProjectState state,
    @Nullable LocalDate fixedFinish,
    @Nullable Instant checkedAt,
    @Nullable String checkedBy,
    ZoneId zone,
    boolean confidential,
    int version) {
  static final int NAME_MAX = 120;
  static final int GOAL_MAX = 2_000;

  public Project {
    require(!name.isBlank(), "Enter a name for the project.");
    require(name.length() <= NAME_MAX, "A name has at most %d characters.", NAME_MAX);
    require(goal.length() <= GOAL_MAX, "A goal has at most %d characters.", GOAL_MAX);
  }

  /// How it is named in addresses and answers.
  public String ref() {
    return key.value();
  }
}
