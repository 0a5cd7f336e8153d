package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.NET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.planning.TeamDates.TeamDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A project that has a date and no plan.
class TeamDatesTests {
  private static final LocalDate TODAY = LocalDate.parse("2027-01-11");

  private final PlanningWorld world = new PlanningWorld();

  @BeforeEach
  void net() {
    Project net = world.running(NET, "Network upgrade");
    world.projects().fixFinish(net, TODAY.plusDays(100), TODAY, BY);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void itIsExpectedAsSuchDatesTurnedOutElsewhere() {
    TeamDate net = net(TODAY);

    assertThat(net.learnedFrom()).isZero();
    assertThat(net.saidOn()).isEqualTo(TODAY);
    assertThat(net.days()).hasSize(100).isSorted();
    assertThat(net.days().get(49)).isBetween(TODAY.plusDays(135), TODAY.plusDays(145));
  }

  @Test
  void ownProjectsThatKeptTheirDatesMakeItEarlier() {
    LocalDate before = net(TODAY).days().get(49);
    for (int i = 0; i < 8; i++) {
      Project done = world.running(new ProjectKey("OLD" + i), "Old " + i);
      done = world.projects().fixFinish(done, TODAY.plusDays(50), TODAY, BY);
      world.projects().change(done, new ProjectState.Done(TODAY.plusDays(50)), BY);
    }

    TeamDate after = net(TODAY);
    assertThat(after.learnedFrom()).isEqualTo(8);
    assertThat(after.days().get(49)).isBefore(before);
  }

  @Test
  void aDateThatWasTakenBackIsNone() {
    Project net = world.projects().get(NET);
    world.projects().fixFinish(net, null, TODAY, BY);

    assertThat(world.get(TeamDates.class).of(List.of(NET), TODAY)).isEmpty();
  }

  @Test
  void aDateThatIsOverStillLeavesAWeekOrMore() {
    TeamDate net = net(TODAY.plusDays(120));
    assertThat(net.days().getFirst()).isAfter(TODAY.plusDays(120));
  }

  private TeamDate net(LocalDate today) {
    return Objects.requireNonNull(world.get(TeamDates.class).of(List.of(NET), today).get(NET));
  }
}
