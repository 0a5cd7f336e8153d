package dev.linchpin.planning.web;

import dev.linchpin.forecast.Movement;
import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Movement.Step;
import dev.linchpin.planning.CauseWords;
import dev.linchpin.planning.Movements.Moved;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Why a date moved since an earlier forecast: one row for each cause that changed.
///
/// @param total what the rows add up to
/// @param rest says that nothing else changed
public record MovedView(
    String heading, String sentence, List<Row> rows, String total, String rest) {
  /// @param days like "3 days later"
  public record Row(String cause, String days) {}

  static MovedView of(Moved moved, LocalDate today, ZoneId zone) {
    Movement movement = moved.movement();
    long whole = movement.steps().stream().mapToLong(Step::byDays).sum();
    List<Step> changed =
        movement.steps().stream().filter(step -> step.changed() || step.byDays() != 0).toList();
    return new MovedView(
        "Since the forecast of " + Dates.moment(moved.since(), zone),
        "The 8-in-10 date went from %s to %s: %s."
            .formatted(
                Dates.day(movement.before().by(), today),
                Dates.day(movement.after().by(), today),
                CauseWords.days(whole)),
        changed.stream()
            .map(step -> new Row(CauseWords.of(step.cause()), CauseWords.days(step.byDays())))
            .toList(),
        CauseWords.days(whole),
        changed.size() == Cause.values().length ? "" : "Nothing else changed.");
  }
}
