package dev.linchpin.sample;

import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.CostRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Risk.Bond;
import dev.linchpin.forecast.Risk.Kind;
import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectRisk;
import dev.linchpin.planning.ProjectRisk.Effect;
import dev.linchpin.planning.ProjectRisk.State;
import dev.linchpin.planning.ProjectRisks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What may happen to the sample's projects. Tasks are lines of the plan files, headings counted.
@Component
class SampleRisks {
  private static final int HOURS = 8;
  private static final int DAY = 24;
  private static final Bond DRAWINGS = new Bond(Tie.TOGETHER, "The drawings of floor 3 are old");
  private static final Bond SUPPLIER = new Bond(Tie.EXCLUSIVE, "How the storage is delivered");

  private final ProjectRisks risks;

  SampleRisks(ProjectRisks risks) {
    this.risks = risks;
  }

  /// Known from the beginning.
  void plant(Map<String, PersonId> people) {
    PersonId jon = SampleStaff.of(people, "Jon Bell");
    PersonId priya = SampleStaff.of(people, "Priya Nair");
    add(
        risk("NET", "The risers are full", 25, DRAWINGS, jon, more(8, 1, 3, 5))
            .response("Jon opens two of them before the cables are ordered."),
        null);
    add(
        risk(
                "NET",
                "Walls that nobody drew shade the wireless",
                35,
                DRAWINGS,
                jon,
                more(11, 1, 2, 4))
            .response("Two spare access points are ordered."),
        new CostRange(60_000, 120_000, 240_000));
    add(
        risk("NET", "The survey needs a second day", 30, null, jon, more(2, 1, 1, 1))
            .state(State.HAPPENED),
        null);
    add(
        risk("SRV", "The storage comes in two parts", 20, SUPPLIER, priya, later(10, 3, 5, 10)),
        null);
    add(risk("SRV", "The storage comes late", 15, SUPPLIER, priya, later(10, 7, 14, 30)), null);
    add(
        risk("SRV", "Wave 2 has to be taken back once", 20, null, priya, more(17, 2, 4, 8))
            .response("Each application is tried on a copy first."),
        new CostRange(150_000, 300_000, 800_000));
  }

  /// Somebody thought of it a few days ago.
  void plantLate(Map<String, PersonId> people) {
    PersonId ana = SampleStaff.of(people, "Ana Lee");
    add(
        risk("NET", "The new firmware has a fault", 20, null, ana, more(10, 1, 2, 6))
            .response("The old firmware lies ready; Ana tests both."),
        null);
  }

  private void add(Draft draft, @Nullable CostRange cost) {
    risks.add(draft.with(cost), SampleStaff.BY);
  }

  private record Draft(
      String project,
      String name,
      int percent,
      @Nullable Bond bond,
      PersonId owner,
      Effect effect,
      State state,
      String response) {
    Draft response(String other) {
      return new Draft(project, name, percent, bond, owner, effect, state, other);
    }

    Draft state(State other) {
      return new Draft(project, name, percent, bond, owner, effect, other, response);
    }

    ProjectRisk with(@Nullable CostRange cost) {
      return new ProjectRisk(
          SampleStaff.uuid("risk " + name),
          new ProjectKey(project),
          name,
          percent,
          List.of(effect),
          bond,
          cost,
          owner,
          state,
          response,
          0);
    }
  }

  private static Draft risk(
      String project, String name, int percent, @Nullable Bond bond, PersonId owner, Effect does) {
    return new Draft(project, name, percent, bond, owner, does, State.OPEN, "");
  }

  private static Effect more(int task, int best, int likely, int worst) {
    return new Effect(task, Kind.MORE_WORK, days(HOURS, best, likely, worst));
  }

  private static Effect later(int task, int best, int likely, int worst) {
    return new Effect(task, Kind.LATER_ELAPSED, days(DAY, best, likely, worst));
  }

  private static Estimate days(int hours, int best, int likely, int worst) {
    return new Estimate.ThreePoint(
        Duration.ofHours((long) hours * best),
        Duration.ofHours((long) hours * likely),
        Duration.ofHours((long) hours * worst));
  }
}
