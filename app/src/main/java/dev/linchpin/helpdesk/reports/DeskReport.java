package dev.linchpin.helpdesk.reports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the help desk did in a range of weeks.
///
/// @param ages how many tickets are open now, by how long, in order
/// @param reopened tickets that were resolved and came back within the range
/// @param causes what the arrivals were about, by kind of cause, the most first
/// @param firstAnswer of tickets that came within the range; null when nobody was answered
/// @param resolution of tickets that ended within the range; null when none did
/// @param answersKept of tickets that came within the range, those that were answered in time
/// @param resolvingKept the same for resolving
public record DeskReport(
    List<Week> weeks,
    Map<String, Integer> ages,
    int reopened,
    Map<CauseKind, List<Cause>> causes,
    @Nullable Times firstAnswer,
    @Nullable Times resolution,
    Kept answersKept,
    Kept resolvingKept) {

  /// @param monday its first day
  /// @param backlog open at its end
  public record Week(LocalDate monday, int came, int resolved, int backlog) {}

  /// What a ticket can be about.
  public enum CauseKind {
    SERVICE("Service"),
    CATEGORY("Category"),
    PROJECT("Project");

    private final String label;

    CauseKind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// @param handled working time of the tickets it brought, so far
  public record Cause(String name, int came, Duration handled) {}

  /// How long it took, nights and weekends counted.
  ///
  /// @param middle half took no longer
  /// @param eight 8 of 10 took no longer
  public record Times(int tickets, Duration middle, Duration eight) {}

  /// Service levels: tickets whose time was kept, of those whose time is over or was kept.
  public record Kept(int kept, int of) {}

  public int came() {
    return weeks.stream().mapToInt(Week::came).sum();
  }

  public int resolved() {
    return weeks.stream().mapToInt(Week::resolved).sum();
  }
}
