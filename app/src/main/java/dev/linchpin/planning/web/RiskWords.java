package dev.linchpin.planning.web;

import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.planning.CauseWords;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.ProjectRisk;
import dev.linchpin.planning.RiskDays.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A risk in words.
final class RiskWords {
  private static final double HUNDRED = 100;

  /// From so many percent on.
  private static final NavigableMap<Integer, String> SCALE =
      new TreeMap<>(
          Map.of(
              0, "hardly ever",
              6, "very unlikely",
              20, "unlikely",
              40, "about as likely as not",
              61, "likely",
              80, "very likely",
              95, "almost certain"));

  private RiskWords() {}

  /// Like "unlikely".
  static String likely(int percent) {
    return SCALE.floorEntry(percent).getValue();
  }

  /// Like "3 in 10 (30 %)".
  static String chance(int percent) {
    return "%s (%d %%)".formatted(Chance.of(percent / HUNDRED).words(), percent);
  }

  static String cause(ProjectRisk risk) {
    return risk.bond() == null
        ? ""
        : risk.bond().cause()
            + (risk.bond().tie() == Tie.TOGETHER ? ": they happen together" : ": at most one");
  }

  /// What is wrong with it now, although it was right when it was written down.
  static List<String> oddities(ProjectRisk risk, Map<Integer, PlannedTask> tasks) {
    var odd = new ArrayList<String>();
    if (risk.isOpen()) {
      for (ProjectRisk.Effect effect : risk.effects()) {
        PlannedTask task = tasks.get(effect.task());
        if (task == null) {
          odd.add("A task it names is no longer in the plan. Choose another one.");
        } else if (task.isDone()) {
          odd.add(
              "\"%s\" is done, so this changes nothing there. Close the risk, or change it."
                  .formatted(task.name()));
        }
      }
    }
    return odd.stream().distinct().toList();
  }

  /// What it costs, in a few words for a table.
  static String days(Days days) {
    String costs = days.costs() == 0 ? "none" : CauseWords.days(days.costs());
    return days.isNewest() ? costs : costs + " (before the last change)";
  }

  /// What it costs, in sentences.
  static List<String> sentences(Days days) {
    var all = new ArrayList<String>();
    all.add(
        days.costs() == 0
            ? "That it may happen does not move the 8-in-10 date."
            : "Because it may happen, the 8-in-10 date is %s."
                .formatted(CauseWords.days(days.costs())));
    all.add(
        days.whenItHappens() <= 0
            ? "If it does happen, the date hardly moves from where it is."
            : "If it does happen, the date will be another %s."
                .formatted(CauseWords.days(days.whenItHappens())));
    if (!days.isNewest()) {
      all.add("Something changed since this was worked out.");
    }
    return all;
  }
}
