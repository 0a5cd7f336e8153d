package dev.linchpin.planning.web;

import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectState.Cancelled;
import dev.linchpin.planning.ProjectState.Disputed;
import dev.linchpin.planning.ProjectState.Done;
import dev.linchpin.planning.ProjectState.NotPlanned;
import dev.linchpin.planning.ProjectState.OnHold;
import dev.linchpin.planning.ProjectState.Running;
import dev.linchpin.planning.ProjectState.Waiting;
import dev.linchpin.planning.RefForecast;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a project stands, in a word or two.
///
/// @param kind of pill
public record Health(String word, String kind) {
  /// From this share of runs on a fixed date counts as safe.
  static final double SAFE = 0.75;

  static Health of(Project project, @Nullable RefForecast forecast, LocalDate today) {
    return switch (project.state()) {
      case NotPlanned _ -> new Health("Not planned yet", "open");
      case Running _ -> running(project.fixedFinish(), forecast, today);
      case Waiting _ -> new Health("Waiting", "bad");
      case OnHold _ -> new Health("On hold", "waiting");
      case Disputed _ -> new Health("Disputed", "warn");
      case Done done -> new Health("Done " + Say.day(done.on(), today), "good");
      case Cancelled _ -> new Health("Cancelled", "waiting");
    };
  }

  private static Health running(
      @Nullable LocalDate fixed, @Nullable RefForecast forecast, LocalDate today) {
    if (forecast == null) {
      return new Health("Too little known", "open");
    }
    if (fixed == null) {
      return new Health("Running", "running");
    }
    if (fixed.isBefore(today)) {
      return new Health("Overdue", "bad");
    }
    double chance = forecast.chanceBy(fixed);
    return chance >= SAFE
        ? new Health("On track, " + Say.inTen(chance), "good")
        : new Health("At risk, " + Say.inTen(chance), "warn");
  }
}
