package dev.linchpin.planning.web;

import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.ProjectRisk.Effect;
import dev.linchpin.planning.web.RiskForm.Line;
import dev.linchpin.web.shell.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a risk does to a task, as text: "1/3/8 days" at best, likely, at worst.
final class EffectText {
  private static final int DAYS_MAX = 1_000;
  private static final int POINTS = 3;
  private static final String HOW = "Enter days like 3, or 1/3/8: at best, likely, at worst.";

  private EffectText() {}

  /// Empty, with a problem beside the line, when it cannot be read.
  ///
  /// @param open the risk may still happen, so its tasks may not be done
  static Optional<Effect> read(
      String field, Line line, Map<Integer, PlannedTask> tasks, boolean open, Problems problems) {
    PlannedTask task =
        line.task().matches("[0-9]{1,9}") ? tasks.get(Integer.parseInt(line.task())) : null;
    Optional<Risk.Kind> kind =
        Stream.of(Risk.Kind.values()).filter(one -> one.name().equals(line.kind())).findFirst();
    if (task == null || kind.isEmpty()) {
      problems.add(field, "Choose a task of the plan.");
      return Optional.empty();
    }
    if (open && task.isDone()) {
      problems.add(
          field,
          "\"%s\" is done, so nothing can delay it any more. Choose an open task."
              .formatted(task.name()));
      return Optional.empty();
    }
    return estimate(line.days(), unit(kind.get(), task))
        .map(by -> new Effect(task.number(), kind.get(), by))
        .or(() -> {
          problems.add(field, HOW);
          return Optional.empty();
        });
  }

  private static Optional<Estimate> estimate(String text, Duration day) {
    var points = new ArrayList<Duration>();
    for (String part : text.split("/", -1)) {
      String number = part.strip().replace(',', '.');
      if (!number.matches("[0-9]{1,4}(\\.[0-9]{1,2})?") || Double.parseDouble(number) > DAYS_MAX) {
        return Optional.empty();
      }
      points.add(Duration.ofMinutes(Math.round(Double.parseDouble(number) * day.toMinutes())));
    }
    boolean up = points.stream().sorted().toList().equals(points);
    if (!up || points.getLast().isZero()) {
      return Optional.empty();
    }
    return switch (points.size()) {
      case 1 -> Optional.of(new Estimate.Single(points.getFirst()));
      case POINTS ->
          Optional.of(new Estimate.ThreePoint(points.get(0), points.get(1), points.getLast()));
      default -> Optional.empty();
    };
  }

  /// Days as somebody would type them.
  static String days(Effect effect, @Nullable PlannedTask task) {
    Duration day = unit(effect.kind(), task);
    List<Duration> points =
        switch (effect.by()) {
          case Estimate.Single one -> List.of(one.likely());
          case Estimate.ThreePoint three ->
              List.of(three.optimistic(), three.likely(), three.pessimistic());
        };
    return String.join("/", points.stream().map(point -> number(point, day)).toList());
  }

  private static String number(Duration point, Duration day) {
    double days = (double) point.toMinutes() / day.toMinutes();
    return days == Math.rint(days)
        ? Long.toString((long) days)
        : String.format(Locale.ROOT, "%.2f", days).replaceFirst("0$", "");
  }

  /// Like "Delivery: 5 days later".
  static String words(Effect effect, @Nullable PlannedTask task) {
    String name = task == null ? "a task that left the plan" : task.name();
    String days = days(effect, task);
    return switch (effect.kind()) {
      case MORE_WORK -> "%s: %s more".formatted(name, count(days));
      case LATER_WORKING -> "%s: begins %s later".formatted(name, count(days));
      case LATER_ELAPSED -> "%s: begins %s later, day and night".formatted(name, count(days));
    };
  }

  private static String count(String days) {
    return days.equals("1") ? "1 day" : days + " days";
  }

  private static Duration unit(Risk.Kind kind, @Nullable PlannedTask task) {
    boolean elapsed =
        kind == Risk.Kind.LATER_ELAPSED
            || (kind == Risk.Kind.MORE_WORK && task != null && task.work() instanceof Work.Elapsed);
    return elapsed ? Duration.ofDays(1) : TaskPage.dayOf(new Work.None());
  }
}
