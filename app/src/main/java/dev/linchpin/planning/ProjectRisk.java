package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Risk.Bond;
import dev.linchpin.forecast.RiskId;
import dev.linchpin.forecast.TaskId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that may happen to a project, as somebody wrote it down.
///
/// @param percent chance that it happens, 1 to 99
/// @param bond other risks of the project with the same cause; null for none
/// @param cost what it would cost apart from work, in hundredths; null for nothing
/// @param owner who watches it; null for nobody
/// @param response what is done about it; may be empty
/// @param version counts the changes; 0 when new
public record ProjectRisk(
    UUID id,
    ProjectKey project,
    String name,
    int percent,
    List<Effect> effects,
    @Nullable Bond bond,
    @Nullable CostRange cost,
    @Nullable PersonId owner,
    State state,
    String response,
    int version) {
  public static final int EFFECTS_MAX = 20;
  private static final char SLASH = '/';
  private static final double HUNDRED = 100;

  public ProjectRisk {
    require(!name.isBlank(), "Enter what may happen.");
    require(1 <= percent && percent <= 99, "A chance goes from 1 to 99 %%, not %d %%.", percent);
    require(effects.size() <= EFFECTS_MAX, "A risk has at most %d effects.", EFFECTS_MAX);
    effects = List.copyOf(effects);
  }

  /// Whether it may still happen. Only an open one is in the forecast.
  public enum State {
    OPEN("Open"),
    HAPPENED("Happened"),
    GONE("Gone");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// What it does to one task of the project, if it happens.
  ///
  /// @param task its number
  public record Effect(int task, Risk.Kind kind, Estimate by) {}

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// How the engine names it: the project is in it.
  public RiskId riskId() {
    return new RiskId(project.value() + SLASH + id);
  }

  /// The project of a risk that the engine named.
  static Optional<String> projectOf(RiskId risk) {
    int slash = risk.value().indexOf(SLASH);
    return slash < 0 ? Optional.empty() : Optional.of(risk.value().substring(0, slash));
  }

  /// As the engine takes it.
  Risk risk() {
    return new Risk(
        riskId(),
        name,
        new ProjectId(project.value()),
        percent / HUNDRED,
        effects.stream()
            .map(effect ->
                new Risk.Effect(
                    new TaskId(new TaskRef(project, effect.task()).toString()),
                    effect.kind(),
                    effect.by()))
            .toList(),
        bond == null ? null : new Bond(bond.tie(), cause(bond)),
        cost);
  }

  /// A cause is the project's own: two projects may use the same words.
  private String cause(Bond its) {
    return project + ": " + its.cause().toLowerCase(Locale.ROOT);
  }

  /// The same risk as somebody saw it earlier: changing it fails when it was changed since.
  public ProjectRisk atVersion(int seen) {
    return new ProjectRisk(
        id, project, name, percent, effects, bond, cost, owner, state, response, seen);
  }
}
