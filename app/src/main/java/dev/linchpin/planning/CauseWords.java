package dev.linchpin.planning;

import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Movement.Step;
import dev.linchpin.planning.Movements.Moved;

/// Causes and days in words.
public final class CauseWords {
  private CauseWords() {}

  /// What the cause is about.
  public static String of(Cause cause) {
    return switch (cause) {
      case ACTUALS -> "What happened: work that was done or was not, and days that passed";
      case SCOPE -> "What there is to do in this project";
      case ESTIMATES -> "How long its tasks take, and what finished work teaches";
      case PEOPLE -> "Who does it, and when they are away";
      case INTERRUPTIONS -> "What tickets take from people";
      case WINDOWS -> "Change windows and freezes";
      case OTHER_PROJECTS -> "Other projects that want the same people";
      case RISKS -> "What may go wrong";
      case MODEL -> "How it is computed";
    };
  }

  /// "3 days later", "1 day earlier", "the same".
  public static String days(long days) {
    if (days == 0) {
      return "the same";
    }
    long many = Math.abs(days);
    return "%d day%s %s".formatted(many, many == 1 ? "" : "s", days > 0 ? "later" : "earlier");
  }

  /// "8 in 10: 2 days later. Mostly because of tickets."
  public static String change(Moved moved) {
    long whole = moved.movement().steps().stream().mapToLong(Step::byDays).sum();
    String mainly = mainly(moved);
    return "8 in 10: %s.%s".formatted(days(whole), mainly.isEmpty() ? "" : " " + mainly);
  }

  /// What moved a date most: "mostly other projects"; empty when it stands.
  public static String mainly(Moved moved) {
    return moved.main().map(Step::cause).map(CauseWords::briefly).orElse("");
  }

  private static String briefly(Cause cause) {
    return switch (cause) {
      case ACTUALS -> "Mostly because of what happened since.";
      case SCOPE -> "Mostly because there is something else to do.";
      case ESTIMATES -> "Mostly because of how long the work takes.";
      case PEOPLE -> "Mostly because of who does it, and when they are away.";
      case INTERRUPTIONS -> "Mostly because of tickets.";
      case WINDOWS -> "Mostly because of change windows and freezes.";
      case OTHER_PROJECTS -> "Mostly because of other projects.";
      case RISKS -> "Mostly because of what may go wrong.";
      case MODEL -> "Mostly because we compute it in another way.";
    };
  }
}
