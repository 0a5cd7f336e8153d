package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.CostItem;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.ProjectId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a project pays for apart from work.
///
/// @param cost in hundredths of the currency
/// @param when it is paid; null when nobody said
/// @param version counts the changes; 0 when new
public record PlannedItem(
    UUID id, ProjectKey project, String name, CostRange cost, @Nullable When when, int version) {
  public PlannedItem {
    require(!name.isBlank(), "Enter what is paid for.");
  }

  /// When it is paid.
  public sealed interface When {
    /// With a task of the plan, by its number.
    record WithTask(int task) implements When {}

    record OnDay(LocalDate day) implements When {}
  }

  CostItem item() {
    return new CostItem(new ProjectId(project.value()), id + " " + name, cost);
  }
}
