package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what is odd about risks, growth and money.
final class RiskFindings {
  private final Plan plan;
  private final Findings findings;
  private final Map<TaskId, Task> tasks = new HashMap<>();
  private final Set<ProjectId> projects;

  RiskFindings(Plan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
    plan.tasks().forEach(task -> tasks.putIfAbsent(task.id(), task));
    this.projects = plan.projects().stream().map(Project::id).collect(Collectors.toSet());
  }

  void check() {
    chance(0, "never happen: their chance is 0. Give them a chance, or remove them.");
    chance(1, "happen in every run: their chance is 100 %. Put what they cause into the plan.");
    effects();
    bonds();
    money();
  }

  private void chance(double chance, String says) {
    List<String> names =
        plan.risks().stream().filter(it -> it.chance() == chance).map(Risk::name).toList();
    if (!names.isEmpty()) {
      findings.add(
          Finding.Code.RISK_WITHOUT_CHANCE,
          List.of(),
          "The risks %s %s",
          Findings.names(names),
          says);
    }
  }

  private void effects() {
    List<String> unknown = new ArrayList<>();
    List<String> late = new ArrayList<>();
    List<TaskId> done = new ArrayList<>();
    for (Risk risk : plan.risks()) {
      for (Risk.Effect effect : risk.effects()) {
        Task task = tasks.get(effect.task());
        if (task == null) {
          unknown.add(risk.name());
        } else if (task.progress() instanceof Progress.Done) {
          late.add(risk.name());
          done.add(task.id());
        }
      }
      if (risk.cost() != null && !projects.contains(risk.project())) {
        unknown.add(risk.name());
      }
    }
    nowhere(unknown, "The risks %s are about something that is not in the plan");
    if (!late.isEmpty()) {
      findings.add(
          Finding.Code.RISK_TO_NOWHERE,
          done,
          "The risks %s are about tasks that are done, so they change nothing. Close the risks.",
          Findings.names(late.stream().distinct().toList()));
    }
  }

  private void bonds() {
    Slices slices = new Slices(plan.risks());
    if (!slices.overfull().isEmpty()) {
      findings.add(
          Finding.Code.RISKS_CONTRADICT,
          List.of(),
          "Of the risks of %s at most one can happen, but their chances add up to more than 100 %%."
              + " Each counts for less. Lower the chances.",
          Findings.names(slices.overfull()));
    }
    if (!slices.ambiguous().isEmpty()) {
      findings.add(
          Finding.Code.RISKS_CONTRADICT,
          List.of(),
          "The risks of %s should happen together and also exclude each other. What the first one"
              + " says counts. Say the same for all.",
          Findings.names(slices.ambiguous()));
    }
  }

  private void money() {
    Set<PersonId> people = plan.people().stream().map(Person::id).collect(Collectors.toSet());
    nowhere(
        plan.rates().stream()
            .filter(it -> !people.contains(it.person()))
            .map(it -> it.person().value())
            .toList(),
        "The rates of %s are of people who are not in the plan");
    nowhere(
        plan.items().stream()
            .filter(it -> !projects.contains(it.project()))
            .map(it -> it.name())
            .toList(),
        "The costs %s are of projects that are not in the plan");
    nowhere(
        plan.growth().stream()
            .filter(it -> !projects.contains(it.project()))
            .map(it -> it.project().value())
            .toList(),
        "The growth of %s is of projects that are not in the plan");
  }

  private void nowhere(List<String> names, String says) {
    if (!names.isEmpty()) {
      findings.add(
          Finding.Code.RISK_TO_NOWHERE,
          List.of(),
          says + ". The rest counts. Remove them, or name what is in the plan.",
          Findings.names(names.stream().distinct().toList()));
    }
  }
}
