package dev.linchpin.answers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a thing stands, as the modules below say it. The state of the answer follows from it, from
/// the forecast, from open doubts, and from the day.
public sealed interface Situation {
  /// Worked on by a plan.
  ///
  /// @param fixed the day it must be done on; null when there is none
  /// @param dates its forecast; null when too little is known to make one
  /// @param knownBy when a date can be named; null when nobody said
  record Running(@Nullable FixedDate fixed, @Nullable Dates dates, @Nullable LocalDate knownBy)
      implements Situation {}

  /// Stands still until somebody else moves.
  ///
  /// @param since null when nobody wrote it down
  /// @param workdaysAfter how long it takes after that; null when nobody knows
  record Waiting(String forWhat, @Nullable LocalDate since, @Nullable Integer workdaysAfter)
      implements Situation {}

  /// Stopped by a decision.
  record OnHold(LocalDate since, String by, @Nullable LocalDate reviewOn) implements Situation {}

  /// Asked for, and nobody has planned it.
  record NotPlanned(@Nullable LocalDate nextPlanning) implements Situation {}

  /// Every task is done, and nobody has said yet that the whole is.
  ///
  /// @param since the day on which the last task was done
  record WorkDone(LocalDate since) implements Situation {}

  /// @param promised the day it had to be done on; null when there was none
  record Done(LocalDate on, @Nullable LocalDate promised) implements Situation {}

  record Cancelled(LocalDate on, String by) implements Situation {}

  /// An open ticket.
  ///
  /// @param opened the day it came
  /// @param like finished tickets like it; null when there are too few to count
  /// @param place in line, 1 is next; null when nobody knows
  record Queued(LocalDate opened, @Nullable LikeJobs like, @Nullable Integer place)
      implements Situation {}

  /// A service, or a person: no date is asked.
  ///
  /// @param sentence who it is, or who is there for it
  record WhoIsIt(Sentence sentence) implements Situation {}

  /// A day that is set from outside.
  ///
  /// @param window of the day: "22:00 to 02:00"; null when any time will do
  record FixedDate(LocalDate day, @Nullable String window) {}

  /// Finished tickets like one.
  ///
  /// @param count of them
  /// @param workdays within which 8 of 10 were done; 0 is the same day
  record LikeJobs(int count, int workdays) {}
}
