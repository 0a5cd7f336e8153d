package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.ScopeGrowth;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * What may happen to a plan in one run: risks, and work that nobody has planned yet.
 *
 * A risk happens if a number between 0 and 1 falls into its slice of chance. Risks of one cause
 * share the number: together they all have the slice from 0 on, so the less likely one only happens
 * with the more likely one; exclusive ones lie side by side. The numbers are spread evenly over the
 * runs, so that a risk of 30 % happens in 30 of 100 of them. No matrix of correlations: nobody can
 * say what it should hold (ENGINE C3).
 *
 * Growth lengthens what has not begun by one share per project and run.
 */
final class Hazards {
  /// @param from where its slice of chance begins
  /// @param to where it ends
  private record Hazard(long key, double from, double to, List<Hit> hits, Bill bill) {}

  private record Hit(int task, Risk.Kind kind, StatedRange minutes, double perMinute, long key) {}

  /// What it costs whom; nobody is -1.
  private record Bill(int project, StatedRange cost, long key) {}

  private final Prepared plan;
  private final Seed seed;
  private final List<Hazard> hazards = new ArrayList<>();
  private final StatedRange[] growth;
  private final long[] growthKey;
  private final boolean grows;
  private final boolean average;

  Hazards(Question question, Prepared plan, Findings findings, Held held) {
    this.plan = plan;
    this.average = held.holds(Source.RISKS);
    this.seed = question.seed();
    Ids<?, Risk> risks = new Ids<>(question.plan().risks(), Risk::id).report(findings, "risks");
    Map<String, Integer> tasks = new HashMap<>();
    for (int i = 0; i < plan.count(); i++) {
      tasks.putIfAbsent(plan.tasks[i].id().value(), i);
    }
    Map<String, Integer> projects = new HashMap<>();
    for (int p = 0; p < plan.projects.length; p++) {
      projects.putIfAbsent(plan.projects[p].id().value(), p);
    }
    Slices slices = new Slices(risks.things());
    for (Risk risk : risks.things()) {
      hazards.add(hazard(risk, slices, tasks, projects));
    }
    plan.risky |= hazards.stream().anyMatch(it -> it.hits().stream().anyMatch(this::delays));
    this.growth = new StatedRange[plan.projects.length];
    this.growthKey = new long[plan.projects.length];
    this.grows = readGrowth(question.plan(), projects);
  }

  boolean isEmpty() {
    return hazards.isEmpty() && !grows;
  }

  /// Lets one run happen: changes the work of tasks, and when they can begin.
  void strike(int run, DispatchPass pass) {
    grow(run, pass.work);
    Arrays.fill(pass.laterWorking, 0);
    Arrays.fill(pass.laterElapsed, 0);
    for (Hazard hazard : hazards) {
      if (average) {
        double chance = hazard.to() - hazard.from();
        hazard.hits().forEach(hit -> strike(hit, chance * hit.minutes().mean(), pass));
      } else if (happens(hazard, run)) {
        for (Hit hit : hazard.hits()) {
          strike(hit, hit.minutes().at(Draws.normal(Draws.key(hit.key(), run))), pass);
        }
      }
    }
  }

  /// What the risks of one run cost each project, in hundredths; added to what is there.
  void bill(int run, double[] cost) {
    for (Hazard hazard : hazards) {
      Bill bill = hazard.bill();
      if (bill.project() >= 0 && happens(hazard, run)) {
        cost[bill.project()] += bill.cost().at(Draws.normal(Draws.key(bill.key(), run)));
      }
    }
  }

  private static boolean happens(Hazard hazard, int run) {
    double at = Strata.uniform(hazard.key(), run);
    return hazard.from() <= at && at < hazard.to();
  }

  private void grow(int run, int[] work) {
    for (int i = 0; i < work.length && grows; i++) {
      StatedRange range = growth[plan.project[i]];
      boolean works =
          plan.kind[i] == Prepared.Kind.PEOPLE || plan.kind[i] == Prepared.Kind.CALENDAR;
      if (works && range.likely() > 0 && plan.state[i] == Prepared.State.OPEN) {
        double whole = range.at(Strata.normal(growthKey[plan.project[i]], run));
        work[i] = plan.axis.plus(0, Math.round(work[i] * whole));
      }
    }
  }

  private void strike(Hit hit, double minutes, DispatchPass pass) {
    long more = Math.round(minutes * hit.perMinute());
    int task = hit.task();
    if (!delays(hit)) {
      pass.work[task] = plan.axis.plus(pass.work[task], more);
    } else if (hit.kind() == Risk.Kind.LATER_ELAPSED) {
      pass.laterElapsed[task] = plan.axis.plus(pass.laterElapsed[task], more);
    } else {
      pass.laterWorking[task] = plan.axis.plus(pass.laterWorking[task], more);
    }
  }

  /// More work on a milestone makes it wait that long.
  private boolean delays(Hit hit) {
    return hit.kind() != Risk.Kind.MORE_WORK || plan.kind[hit.task()] == Prepared.Kind.NONE;
  }

  private Hazard hazard(
      Risk risk, Slices slices, Map<String, Integer> tasks, Map<String, Integer> projects) {
    List<Hit> hits = new ArrayList<>();
    for (Risk.Effect effect : risk.effects()) {
      int task = tasks.getOrDefault(effect.task().value(), -1);
      if (task >= 0 && plan.isOpen(task)) {
        String whose = risk.id() + " " + effect.task() + " " + effect.kind();
        long key = Draws.key(seed, Draws.Layer.EFFECT, whose);
        hits.add(
            new Hit(
                task,
                effect.kind(),
                StatedRange.of(effect.by()),
                effect.kind() == Risk.Kind.MORE_WORK ? perMinute(task) : 1,
                key));
      }
    }
    Bill bill =
        risk.cost() == null
            ? new Bill(-1, new StatedRange(0, 0, 0), 0)
            : new Bill(
                projects.getOrDefault(risk.project().value(), -1),
                StatedRange.of(risk.cost()),
                Draws.key(seed, Draws.Layer.COST, "risk " + risk.id()));
    double from = slices.from(risk);
    String luck = risk.bond() == null ? "risk " + risk.id() : "cause " + risk.bond().cause();
    return new Hazard(
        Draws.key(seed, Draws.Layer.RISK, luck), from, from + slices.width(risk), hits, bill);
  }

  /// Working time of each person per minute of effort.
  private double perMinute(int task) {
    double shares = 0;
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      shares += plan.share[at];
    }
    boolean shared = plan.tasks[task].work() instanceof Work.Effort && shares > 0;
    return shared ? Prepared.WHOLE / shares : 1;
  }

  private boolean readGrowth(Plan from, Map<String, Integer> projects) {
    Arrays.fill(growth, new StatedRange(0, 0, 0));
    boolean any = false;
    for (ScopeGrowth it : from.growth()) {
      int project = projects.getOrDefault(it.project().value(), -1);
      if (project >= 0 && growth[project].likely() == 0 && it.pessimistic() > 0) {
        growth[project] =
            StatedRange.of(1 + it.optimistic(), 1 + it.likely(), 1 + it.pessimistic());
        growthKey[project] = Draws.key(seed, Draws.Layer.GROWTH, it.project().value());
        any = true;
      }
    }
    return any;
  }
}
