package dev.linchpin.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that may happen once, and what it would do to a plan.
///
/// @param project whose risk it is: what it costs is that project's
/// @param chance that it happens, 0 to 1
/// @param bond what it has to do with other risks; null for nothing
/// @param cost what it costs apart from work, if it happens; null for nothing
public record Risk(
    RiskId id,
    String name,
    ProjectId project,
    double chance,
    List<Effect> effects,
    @Nullable Bond bond,
    @Nullable CostRange cost) {
  private static final int MOST = 1_000;

  public Risk {
    Checks.require(
        0 <= chance && chance <= 1, "A chance goes from 0 to 100 %%, not %s %%.", 100 * chance);
    Checks.require(effects.size() <= MOST, "A risk has at most %d effects.", MOST);
    effects = List.copyOf(effects);
  }

  /// What it does to one task, if it happens.
  ///
  /// @param by how much, in the unit of the kind
  public record Effect(TaskId task, Kind kind, Estimate by) {}

  /// In which way.
  public enum Kind {
    /// More to do, in the unit of the task's work.
    MORE_WORK,
    /// It can begin only so much working time later than it could.
    LATER_WORKING,
    /// It can begin only so much later, day and night.
    LATER_ELAPSED
  }

  /// Risks with the same bond have the same cause.
  public record Bond(Tie tie, String cause) {}

  /// What a common cause does.
  public enum Tie {
    /// They happen together: the less likely one only if the more likely one does.
    TOGETHER,
    /// At most one of them happens.
    EXCLUSIVE
  }
}
