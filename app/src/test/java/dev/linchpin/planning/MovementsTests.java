package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.MONDAY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.Leave;
import dev.linchpin.directory.LeaveId;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Movement.Cause;
import dev.linchpin.forecast.Movement.Step;
import dev.linchpin.planning.LeverSearches.Search;
import dev.linchpin.planning.Movements.Moved;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovementsTests {
  private final PlanningWorld world = new PlanningWorld();
  private PersonId jon;

  @BeforeEach
  void lastWeek() {
    jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.withOneTask(CRM, jon, 5);
    world.get(Forecasting.class).make(MONDAY, NOW.minus(Duration.ofDays(8)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void leaveIsTheCauseAndTheStepsAddUp() {
    jonIsAway();
    explained();

    Moved moved = world.get(Movements.class).of("NET").getFirst();
    assertThat(moved.movement().after().by()).isEqualTo(moved.movement().before().by().plusDays(7));
    assertThat(moved.main()).map(Step::cause).contains(Cause.PEOPLE);
    assertThat(CauseWords.mainly(moved))
        .isEqualTo("Mostly because of who does it, and when they are away.");
    assertThat(world.get(Movements.class).sinceLastWeek(List.of("NET", "CRM")))
        .containsOnlyKeys("NET", "CRM");
    Moved milestone = world.get(Movements.class).of("NET-2").getFirst();
    assertThat(CauseWords.change(milestone))
        .isEqualTo("8 in 10: 7 days later. Mostly because of who does it, and when they are away.");
  }

  @Test
  void whatStandsHasNoMovement() {
    world.running(new ProjectKey("FAX"), "Fax");
    explained();

    assertThat(world.get(Movements.class).of("NET")).isEmpty();
  }

  @Test
  void explainedTwiceItIsKeptOnce() {
    jonIsAway();
    explained();
    explained();

    assertThat(world.get(Movements.class).of("NET")).hasSize(1);
  }

  @Test
  void whatWouldHelpIsLookedForOnceAndKept() {
    var searches = world.get(LeverSearches.class);
    Project crm = world.projects().get(CRM);
    world.forecast();
    assertThat(searches.latest("CRM")).isEmpty();

    assertThat(searches.ask(crm, BY, NOW)).isTrue();
    Search asked = searches.latest("CRM").orElseThrow();
    assertThat(asked.isOpen()).isTrue();
    searches.look(asked.forecast(), "CRM", () -> NOW);

    Search found = searches.latest("CRM").orElseThrow();
    assertThat(found.levers()).isNotEmpty();
    assertThat(found.levers())
        .anySatisfy(lever -> {
          assertThat(lever.kind()).isEqualTo("GoBefore");
          assertThat(lever.projects()).containsExactlyInAnyOrder("CRM", "NET");
          assertThat(lever.byDays()).isPositive();
        });
    searches.ask(crm, BY, NOW);
    assertThat(searches.latest("CRM").orElseThrow()).isEqualTo(found);
  }

  private void jonIsAway() {
    var week = new DayRange(LocalDate.parse("2027-01-11"), LocalDate.parse("2027-01-17"));
    world
        .get(Leaves.class)
        .add(Leave.of(new LeaveId(UUID.randomUUID()), jon, week, Leave.Kind.VACATION), BY);
  }

  private void explained() {
    world.forecast();
    world.get(Movements.class).explain(world.forecasts().latest().orElseThrow().id());
  }
}
