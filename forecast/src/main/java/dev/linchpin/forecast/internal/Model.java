package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Forecaster.Question;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What all runs of one question share: the plan as arrays and who goes first.
final class Model {
  final Question question;
  final Placing placing;
  final Prepared plan;
  final int[] byRank;
  final Hazards hazards;
  final Costs costs;
  private final Held held;

  Model(Question question, Findings findings) {
    this(question, findings, Held.NOTHING, null);
  }

  /// @param kept of the plan as it was before an edit
  Model(Question asked, Findings findings, Held held, @Nullable Kept kept) {
    this.held = held;
    this.question = held.in(asked);
    this.placing =
        Placing.place(question.plan(), question.interruptions(), question.asOf(), findings, kept);
    this.plan = placing.plan;
    keepLateTasksLate();
    this.byRank = Ranks.byLongestPath(plan);
    this.hazards = new Hazards(question, plan, findings, held);
    this.costs = new Costs(question.plan(), plan, question.seed());
  }

  /// What is planned as late as possible is begun when the schedule says, not when it could be.
  private void keepLateTasksLate() {
    for (int i = 0; i < plan.count(); i++) {
      if (plan.late[i] && !plan.isOut(i)) {
        plan.notBefore[i] = Math.max(plan.notBefore[i], placing.pass.start[i]);
      }
    }
  }

  /// Room for one thread to play runs in.
  Player player() {
    return player(
        WholePass.plays(plan)
            ? WholePass::new
            : PlainPass.plays(plan) ? PlainPass::new : PausingPass::new);
  }

  /// The same with a certain way of playing.
  Player player(Way way) {
    return new Player(this, way);
  }

  /// Makes what plays a run.
  interface Way {
    DispatchPass pass(Prepared plan, int[] byRank, RunClocks clocks);
  }

  /// Plays single runs, each of them told by its number alone.
  static final class Player {
    final DispatchPass pass;

    /// What each project costs in this run, in hundredths; zeros if nothing is known.
    final double[] cost;

    private final Model model;
    private final WorkDraws draws;
    private final RunClocks clocks;

    private Player(Model model, Way way) {
      Question question = model.question;
      Prepared plan = model.plan;
      this.model = model;
      this.cost = new double[plan.projects.length];
      this.draws = new WorkDraws(plan, question.history(), question.seed(), model.held);
      this.clocks = new RunClocks(plan, question.interruptions(), question.seed(), model.held);
      this.pass = way.pass(plan, model.byRank, clocks);
    }

    DispatchPass play(int run) {
      draws.draw(run, pass.work);
      if (!model.hazards.isEmpty()) {
        model.hazards.strike(run, pass);
      }
      clocks.begin(run);
      pass.run();
      if (model.costs.areKnown()) {
        Arrays.fill(cost, 0);
        model.costs.add(run, pass, cost);
        model.hazards.bill(run, cost);
      }
      return pass;
    }
  }
}
