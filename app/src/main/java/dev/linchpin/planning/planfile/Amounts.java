package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.PlanFile.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.TimeUnit;

/// Lengths of time, in minutes by the file's own working day, week and month.
final class Amounts {
  private Amounts() {}

  static @Nullable Amount of(org.mpxj.@Nullable Duration duration, ProjectFile project) {
    return duration == null
        ? null
        : new Amount(minutes(duration, project), duration.getUnits().isElapsed(), shown(duration));
  }

  static @Nullable Duration time(org.mpxj.@Nullable Duration duration, ProjectFile project) {
    return duration == null ? null : minutes(duration, project);
  }

  private static Duration minutes(org.mpxj.Duration duration, ProjectFile project) {
    double minutes =
        duration.convertUnits(TimeUnit.MINUTES, project.getProjectProperties()).getDuration();
    return Duration.ofMinutes(Math.round(minutes));
  }

  /// As a person reads it: "3 days", "0.5 elapsed weeks".
  static String shown(org.mpxj.Duration duration) {
    String number =
        BigDecimal.valueOf(duration.getDuration())
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    String unit = unit(duration.getUnits());
    return number + " " + (number.equals("1") ? unit.replaceFirst("s$", "") : unit);
  }

  private static String unit(TimeUnit unit) {
    return switch (unit) {
      case MINUTES -> "minutes";
      case HOURS -> "hours";
      case DAYS -> "days";
      case WEEKS -> "weeks";
      case MONTHS -> "months";
      case YEARS -> "years";
      case PERCENT -> "%";
      case ELAPSED_MINUTES -> "elapsed minutes";
      case ELAPSED_HOURS -> "elapsed hours";
      case ELAPSED_DAYS -> "elapsed days";
      case ELAPSED_WEEKS -> "elapsed weeks";
      case ELAPSED_MONTHS -> "elapsed months";
      case ELAPSED_YEARS -> "elapsed years";
      case ELAPSED_PERCENT -> "elapsed %";
    };
  }
}
