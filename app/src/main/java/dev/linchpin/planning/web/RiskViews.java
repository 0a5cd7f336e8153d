package dev.linchpin.planning.web;

import dev.linchpin.directory.People;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.PlannedTask.Kind;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectRisk;
import dev.linchpin.planning.ProjectRisk.State;
import dev.linchpin.planning.ProjectRisks;
import dev.linchpin.planning.RiskDays;
import dev.linchpin.planning.RiskDays.Days;
import dev.linchpin.platform.Currency;
import dev.linchpin.web.shell.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes what the pages about risks show.
@Component
class RiskViews {
  private final ProjectRisks risks;
  private final RiskDays days;
  private final Plans plans;
  private final People everybody;
  private final Currency currency;

  RiskViews(ProjectRisks risks, RiskDays days, Plans plans, People everybody, Currency currency) {
    this.risks = risks;
    this.days = days;
    this.plans = plans;
    this.everybody = everybody;
    this.currency = currency;
  }

  /// What the viewer may do.
  record Eyes(boolean mayChange, boolean seesMoney, boolean mayChangeMoney) {}

  static String address(ProjectKey project) {
    return "/projects/" + project + "/risks";
  }

  RisksView list(ProjectHead head, boolean mayChange) {
    var project = new ProjectKey(head.key());
    Map<Integer, PlannedTask> tasks = RiskForm.byNumber(plans.tasks(project));
    Map<String, String> names = people();
    Map<UUID, Days> known = days.latest(project);
    List<RisksView.Row> rows =
        risks.of(project).stream()
            .map(risk -> row(risk, tasks, names, known.get(risk.id())))
            .toList();
    List<RisksView.Row> open = rows.stream().filter(row -> row.state().equals("Open")).toList();
    return new RisksView(
        head,
        open.isEmpty()
            ? "No risk is open. The forecast counts on none."
            : "%s in the forecast: in each run, each of them happens or not."
                .formatted(Say.count(open.size(), "risk is", "risks are")),
        mayChange ? address(project) + "/new" : null,
        open,
        rows.stream().filter(row -> !open.contains(row)).toList());
  }

  private static RisksView.Row row(
      ProjectRisk risk,
      Map<Integer, PlannedTask> tasks,
      Map<String, String> names,
      @Nullable Days known) {
    return new RisksView.Row(
        risk.name(),
        address(risk.project()) + "/" + risk.id(),
        RiskWords.chance(risk.percent()),
        RiskWords.likely(risk.percent()),
        effects(risk, tasks),
        RiskWords.cause(risk),
        risk.owner() == null ? "" : names.getOrDefault(risk.owner().toString(), ""),
        known == null ? "" : RiskWords.days(known),
        pill(risk.state()),
        risk.state().label(),
        RiskWords.oddities(risk, tasks));
  }

  private static String pill(State state) {
    return switch (state) {
      case OPEN -> "open";
      case HAPPENED -> "bad";
      case GONE -> "good";
    };
  }

  private static List<String> effects(ProjectRisk risk, Map<Integer, PlannedTask> tasks) {
    return risk.effects().stream()
        .map(effect -> EffectText.words(effect, tasks.get(effect.task())))
        .toList();
  }

  /// @param risk null for a new one
  RiskView one(
      ProjectHead head,
      ProjectKey project,
      @Nullable ProjectRisk risk,
      RiskForm typed,
      Eyes eyes,
      Problems problems) {
    Map<Integer, PlannedTask> tasks = RiskForm.byNumber(plans.tasks(project));
    Optional<Days> known = risk == null ? Optional.empty() : days.latest(risk);
    boolean fresh = known.filter(Days::isNewest).isPresent();
    return new RiskView(
        head,
        risk == null ? "New risk" : risk.name(),
        risk == null
            ? "What may happen, how likely it is, and what it would do to the plan."
            : sentence(risk),
        risk == null || eyes.mayChange() ? Map.of() : facts(risk, tasks, eyes),
        eyes.mayChange() ? form(project, risk, typed, eyes) : null,
        known.map(RiskWords::sentences).orElse(List.of()),
        risk == null || !risk.isOpen() || fresh
            ? null
            : address(project) + "/" + risk.id() + "/days",
        problems);
  }

  private static String sentence(ProjectRisk risk) {
    return switch (risk.state()) {
      case OPEN ->
          "This is %s: %s."
              .formatted(RiskWords.likely(risk.percent()), RiskWords.chance(risk.percent()));
      case HAPPENED -> "It happened. The forecast leaves it out: put what it caused into the plan.";
      case GONE -> "It cannot happen any more, so the forecast leaves it out.";
    };
  }

  private Map<String, String> facts(ProjectRisk risk, Map<Integer, PlannedTask> tasks, Eyes eyes) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("What it does", String.join("; ", effects(risk, tasks)));
    if (eyes.seesMoney() && risk.cost() != null) {
      facts.put("What it costs apart from work", Money.words(risk.cost(), currency.code()));
    }
    if (risk.bond() != null) {
      facts.put("Cause", RiskWords.cause(risk));
    }
    facts.put(
        "Owner",
        risk.owner() == null
            ? "nobody yet"
            : people().getOrDefault(risk.owner().toString(), "nobody yet"));
    facts.put("What is done about it", risk.response().isEmpty() ? "–" : risk.response());
    return facts;
  }

  private RiskView.Form form(
      ProjectKey project, @Nullable ProjectRisk risk, RiskForm typed, Eyes eyes) {
    return new RiskView.Form(
        risk == null ? address(project) : address(project) + "/" + risk.id(),
        address(project),
        typed,
        choices(plans.tasks(project), typed),
        kinds(),
        ties(),
        people(),
        states(),
        risks.of(project).stream()
            .flatMap(one -> Optional.ofNullable(one.bond()).stream())
            .map(Risk.Bond::cause)
            .distinct()
            .toList(),
        eyes.mayChangeMoney() ? currency.code() : null);
  }

  /// Open tasks and milestones, and those that the risk names already.
  private static Map<String, String> choices(List<PlannedTask> tasks, RiskForm typed) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", "–");
    for (PlannedTask task : tasks) {
      String number = Integer.toString(task.number());
      boolean work = task.kind() == Kind.TASK || task.isMilestone();
      if (work && (!task.isDone() || typed.task().contains(number))) {
        choices.put(number, task.name() + (task.isDone() ? " (done)" : ""));
      }
    }
    for (String number : typed.task()) {
      choices.putIfAbsent(number, "A task that left the plan");
    }
    return choices;
  }

  private static Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put(Risk.Kind.MORE_WORK.name(), "takes longer, by days of");
    kinds.put(Risk.Kind.LATER_WORKING.name(), "begins later, by working days of");
    kinds.put(Risk.Kind.LATER_ELAPSED.name(), "begins later, day and night, by days of");
    return kinds;
  }

  private static Map<String, String> ties() {
    var ties = new LinkedHashMap<String, String>();
    ties.put(Tie.TOGETHER.name(), "They happen together");
    ties.put(Tie.EXCLUSIVE.name(), "At most one of them happens");
    return ties;
  }

  private static Map<String, String> states() {
    var states = new LinkedHashMap<String, String>();
    states.put(State.OPEN.name(), "Open: it may still happen");
    states.put(State.HAPPENED.name(), "Happened: what it caused is in the plan");
    states.put(State.GONE.name(), "Gone: it cannot happen any more");
    return states;
  }

  /// Everybody by id, the empty id for nobody.
  Map<String, String> people() {
    var names = new LinkedHashMap<String, String>();
    names.put("", "Nobody yet");
    everybody.all().forEach(person -> names.put(person.id().toString(), person.name()));
    return names;
  }
}
