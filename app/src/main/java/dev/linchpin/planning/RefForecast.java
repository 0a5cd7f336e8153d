package dev.linchpin.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What one forecast says about one project (`NET`), milestone or task (`NET-12`).
///
/// Days are already such on which work can end.
///
/// @param checkedAt when the same inputs last gave this again
/// @param likelyStart null for projects
/// @param earliest finish met in 1 of 10 runs
/// @param likely finish met in 5 of 10 runs
/// @param by finish met in 8 of 10 runs
/// @param late finish met in 95 of 100 runs
/// @param chance share of runs that end on the by-date or before
/// @param critical share of runs in which its delay delays the project; null for projects
/// @param days how many runs ended on which day; empty for tasks that are no milestones
/// @param stated the same before dates were corrected; empty where they are not
/// @param correction version of the recalibration that was applied; 0 for none
public record RefForecast(
    KeptForecast.Id forecast,
    String ref,
    Instant madeAt,
    Instant checkedAt,
    int runs,
    @Nullable LocalDateTime likelyStart,
    LocalDateTime earliest,
    LocalDateTime likely,
    LocalDateTime by,
    LocalDateTime late,
    double chance,
    @Nullable Double critical,
    DayCounts days,
    DayCounts stated,
    int correction) {

  /// What the runs gave, before any correction.
  DayCounts uncorrected() {
    return stated.days().isEmpty() ? days : stated;
  }

  /// The first day on which at least a share `q` of the runs had ended, before any correction; for
  /// projects and milestones.
  public LocalDate statedAt(double q) {
    return uncorrected().at(q);
  }

  /// Share of runs that end on the day or before, for projects and milestones; 0 to 1.
  public double chanceBy(LocalDate day) {
    return days.chanceBy(day);
  }

  /// Whether the same forecast says it.
  boolean isOf(RefForecast other) {
    return forecast.equals(other.forecast);
  }

  public LocalDate earliestDay() {
    return earliest.toLocalDate();
  }

  public LocalDate likelyDay() {
    return likely.toLocalDate();
  }

  public LocalDate byDay() {
    return by.toLocalDate();
  }

  public LocalDate lateDay() {
    return late.toLocalDate();
  }
}
