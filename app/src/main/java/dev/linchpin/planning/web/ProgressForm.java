package dev.linchpin.planning.web;

import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Progress.Done;
import dev.linchpin.forecast.Progress.Started;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.web.shell.Problems;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody says about a task, as text: done on a day, or begun and so much left, or nothing
/// of both, which means not begun.
///
/// @param version of the task the form was made from
public record ProgressForm(String version, String startedOn, String daysLeft, String doneOn) {
  private static final int DAYS_MAX = 10_000;
  private static final int MORNING = 8;
  private static final int EVENING = 17;

  public ProgressForm {
    version = text(version);
    startedOn = text(startedOn);
    daysLeft = text(daysLeft);
    doneOn = text(doneOn);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  static ProgressForm of(PlannedTask task) {
    String version = Integer.toString(task.version());
    return switch (task.progress()) {
      case Progress.NotStarted _ -> new ProgressForm(version, "", "", "");
      case Started started ->
          new ProgressForm(version, day(started.at()), days(started.remaining(), task.work()), "");
      case Done done -> new ProgressForm(version, day(done.start()), "", day(done.finish()));
    };
  }

  TaskView.Form view(String address) {
    return new TaskView.Form(address + "/progress", version, startedOn, daysLeft, doneOn);
  }

  /// What was said; empty, with problems beside the fields, when it cannot be.
  Optional<Progress> read(PlannedTask task, LocalDate today, Problems problems) {
    LocalDate started = past("startedOn", startedOn, today, problems);
    LocalDate done = past("doneOn", doneOn, today, problems);
    if (problems.any()) {
      return Optional.empty();
    }
    if (done != null) {
      return done(task, started, done, problems);
    }
    if (started == null && daysLeft.isEmpty()) {
      return Optional.of(new Progress.NotStarted());
    }
    Duration left = left(task.work(), problems);
    return left == null
        ? Optional.empty()
        : Optional.of(new Started((started == null ? today : started).atTime(MORNING, 0), left));
  }

  private static Optional<Progress> done(
      PlannedTask task, @Nullable LocalDate started, LocalDate done, Problems problems) {
    LocalDateTime finish = done.atTime(EVENING, 0);
    LocalDateTime start =
        started != null
            ? started.atTime(MORNING, 0)
            : task.progress() instanceof Started before && before.at().isBefore(finish)
                ? before.at()
                : done.atTime(MORNING, 0);
    if (start.isAfter(finish)) {
      problems.add("doneOn", "Enter a day on or after the day it began.");
      return Optional.empty();
    }
    return Optional.of(new Done(task.isMilestone() ? finish : start, finish));
  }

  private static @Nullable LocalDate past(
      String field, String sent, LocalDate today, Problems problems) {
    if (sent.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(sent);
      if (!day.isAfter(today)) {
        return day;
      }
      problems.add(field, "Enter a day that is not in the future.");
    } catch (DateTimeParseException e) {
      problems.add(field, "Enter a day, like 2027-03-12.");
    }
    return null;
  }

  private @Nullable Duration left(Work work, Problems problems) {
    if (daysLeft.isEmpty()) {
      return TaskPage.whole(work);
    }
    try {
      double days = Double.parseDouble(daysLeft.replace(',', '.'));
      if (0 <= days && days <= DAYS_MAX) {
        return Duration.ofMinutes(Math.round(days * TaskPage.dayOf(work).toMinutes()));
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is out of range
    }
    problems.add("daysLeft", "Enter the days that are left, like 2.5.");
    return null;
  }

  /// The task as whoever sent the form saw it: an older version makes the change fail.
  PlannedTask seen(PlannedTask task) {
    return version.matches("[0-9]{1,9}") ? task.atVersion(Integer.parseInt(version)) : task;
  }

  private static String day(LocalDateTime at) {
    return at.toLocalDate().toString();
  }

  private static String days(Duration left, Work work) {
    double days = (double) left.toMinutes() / TaskPage.dayOf(work).toMinutes();
    return days == Math.rint(days)
        ? Long.toString((long) days)
        : String.format(Locale.ROOT, "%.2f", days);
  }
}
