package dev.linchpin.planning.web;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Risk.Bond;
import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectRisk;
import dev.linchpin.planning.ProjectRisk.Effect;
import dev.linchpin.planning.ProjectRisk.State;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A risk as text. What it does to tasks are lists of one entry per line of the form.
///
/// @param id chosen when the form is shown, so that a form sent twice adds one risk
/// @param chance in percent
/// @param task numbers of tasks; empty for a line that says nothing
/// @param kind names of [Risk.Kind]
/// @param days like "3" or "1/3/8"
public record RiskForm(
    String id,
    String version,
    String name,
    String chance,
    List<String> task,
    List<String> kind,
    List<String> days,
    String cause,
    String tie,
    String cost,
    String owner,
    String state,
    String response) {
  private static final int NAME_MAX = 120;
  private static final int TEXT_MAX = 2_000;

  /// Empty lines that a form offers for further effects.
  private static final int BLANK = 2;

  public RiskForm {
    id = text(id);
    version = text(version);
    name = text(name);
    chance = text(chance);
    task = List.copyOf(requireNonNullElse(task, List.of()));
    kind = List.copyOf(requireNonNullElse(kind, List.of()));
    days = List.copyOf(requireNonNullElse(days, List.of()));
    cause = text(cause);
    tie = text(tie);
    cost = text(cost);
    owner = text(owner);
    state = text(state);
    response = text(response);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  static RiskForm fresh() {
    return new RiskForm(
        UUID.randomUUID().toString(),
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        Tie.TOGETHER.name(),
        "",
        "",
        State.OPEN.name(),
        "");
  }

  static RiskForm of(ProjectRisk risk, Map<Integer, PlannedTask> tasks) {
    Bond bond = risk.bond();
    PersonId owner = risk.owner();
    return new RiskForm(
        risk.id().toString(),
        Integer.toString(risk.version()),
        risk.name(),
        Integer.toString(risk.percent()),
        risk.effects().stream().map(effect -> Integer.toString(effect.task())).toList(),
        risk.effects().stream().map(effect -> effect.kind().name()).toList(),
        risk.effects().stream()
            .map(effect -> EffectText.days(effect, tasks.get(effect.task())))
            .toList(),
        bond == null ? "" : bond.cause(),
        bond == null ? Tie.TOGETHER.name() : bond.tie().name(),
        risk.cost() == null ? "" : Money.text(risk.cost()),
        owner == null ? "" : owner.toString(),
        risk.state().name(),
        risk.response());
  }

  /// One line of what it does.
  public record Line(String task, String kind, String days) {}

  /// What was typed, and some empty lines.
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < task.size(); i++) {
      lines.add(new Line(task.get(i), at(kind, i), at(days, i)));
    }
    while (lines.size() > 1 && isBlank(lines.getLast())) {
      lines.removeLast();
    }
    for (int i = 0; i < BLANK && lines.size() < ProjectRisk.EFFECTS_MAX; i++) {
      lines.add(new Line("", Risk.Kind.MORE_WORK.name(), ""));
    }
    return lines;
  }

  private static boolean isBlank(Line line) {
    return line.task().isEmpty() && line.days().isEmpty();
  }

  private static String at(List<String> list, int place) {
    return place < list.size() ? list.get(place).strip() : "";
  }

  /// The risk that was meant; empty, with problems beside the fields, when it cannot be read.
  ///
  /// @param before what is kept now; null when it is new
  /// @param seesMoney otherwise the cost stays as it is
  Optional<ProjectRisk> read(
      ProjectKey project,
      @Nullable ProjectRisk before,
      Map<Integer, PlannedTask> tasks,
      Set<String> people,
      boolean seesMoney,
      Problems problems) {
    checkTexts(problems);
    int percent = percent(problems);
    State next = state(problems);
    List<Effect> effects = effects(tasks, next, problems);
    Bond bond = bond(problems);
    CostRange paid =
        seesMoney ? Money.range("cost", cost, problems) : before == null ? null : before.cost();
    if (!owner.isEmpty() && !people.contains(owner)) {
      problems.add("owner", "Choose a person from the list.");
    }
    if (effects.isEmpty() && paid == null && !problems.any()) {
      problems.add("effect-0", "Say what it does: choose a task, and how many days.");
    }
    return problems.any()
        ? Optional.empty()
        : Optional.of(
            new ProjectRisk(
                before == null ? Typed.once(id) : before.id(),
                project,
                name,
                percent,
                effects,
                bond,
                paid,
                owner.isEmpty() ? null : new PersonId(UUID.fromString(owner)),
                next,
                response,
                version(before)));
  }

  private void checkTexts(Problems problems) {
    if (name.isEmpty()) {
      problems.add("name", "Enter what may happen, like: the supplier delivers late.");
    } else if (name.length() > NAME_MAX) {
      problems.add("name", "Keep it to %d characters.".formatted(NAME_MAX));
    }
    if (response.length() > TEXT_MAX) {
      problems.add("response", "Keep it to %,d characters.".formatted(TEXT_MAX));
    }
    if (cause.length() > NAME_MAX) {
      problems.add("cause", "Keep it to %d characters.".formatted(NAME_MAX));
    }
  }

  private int percent(Problems problems) {
    String digits = chance.replace("%", "").strip();
    if (digits.matches("[1-9][0-9]?")) {
      return Integer.parseInt(digits);
    }
    problems.add(
        "chance",
        digits.matches("0+|100")
            ? "Enter 1 to 99. What happens for certain belongs into the plan; drop what never does."
            : "Enter the chance in percent, like 30.");
    return 1;
  }

  private List<Effect> effects(Map<Integer, PlannedTask> tasks, State next, Problems problems) {
    var effects = new ArrayList<Effect>();
    List<Line> all = lines();
    for (int i = 0; i < all.size(); i++) {
      String field = "effect-" + i;
      Line line = all.get(i);
      if (!isBlank(line)) {
        EffectText.read(field, line, tasks, next == State.OPEN, problems).ifPresent(effects::add);
      }
    }
    long different = effects.stream().map(one -> one.task() + " " + one.kind()).distinct().count();
    if (different < effects.size()) {
      problems.add("effect-0", "Name each task once for each kind of effect.");
    }
    return effects;
  }

  private @Nullable Bond bond(Problems problems) {
    if (cause.isEmpty()) {
      return null;
    }
    Optional<Tie> chosen =
        Stream.of(Tie.values()).filter(one -> one.name().equals(tie)).findFirst();
    if (chosen.isEmpty()) {
      problems.add("tie", "Choose whether they happen together, or at most one.");
    }
    return chosen.map(one -> new Bond(one, cause)).orElse(null);
  }

  private State state(Problems problems) {
    return Stream.of(State.values())
        .filter(one -> one.name().equals(state))
        .findFirst()
        .orElseGet(() -> {
          problems.add("state", "Choose a state from the list.");
          return State.OPEN;
        });
  }

  /// As whoever sent the form saw it: an older version makes the change fail.
  private int version(@Nullable ProjectRisk before) {
    return version.matches("[0-9]{1,9}")
        ? Integer.parseInt(version)
        : before == null ? 0 : before.version();
  }

  static Map<Integer, PlannedTask> byNumber(List<PlannedTask> tasks) {
    return tasks.stream().collect(Collectors.toMap(PlannedTask::number, task -> task));
  }
}
