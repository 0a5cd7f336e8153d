package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Right;
import dev.linchpin.access.Role;
import dev.linchpin.access.Who;
import dev.linchpin.planning.Projects.NewProject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectsTests {
  private static final LocalDate DAY = LocalDate.parse("2027-02-01");
  private static final LocalDate ASKED = DAY.minusMonths(2);

  private final PlanningWorld world = new PlanningWorld();
  private final Projects projects = world.projects();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aNewProjectIsNotPlannedAndBehindAllOthers() {
    world.running(NET, "Network upgrade");
    Project crm = add(CRM, "CRM roll-out", false);

    assertThat(crm.state()).isEqualTo(new ProjectState.NotPlanned(null));
    assertThat(crm.priority()).isEqualTo(2);
  }

  @Test
  void aTakenKeyAddsNothing() {
    add(NET, "Network upgrade", false);

    var again = NewProject.of(NET, "Another", "", ZoneId.of("UTC"));
    assertThat(projects.add(again, BY, NOW)).isEmpty();
    assertThat(projects.get(NET).name()).isEqualTo("Network upgrade");
  }

  @Test
  void theAuditTrailSaysAStateAndADateInWords() {
    Project project = add(NET, "Network upgrade", false);
    projects.change(project, new ProjectState.Cancelled(DAY, "K. Mohr"), BY);
    projects.fixFinish(projects.get(NET), DAY, ASKED, BY);

    assertThat(
            world
                .get(JdbcClient.class)
                .sql("select detail from platform.audit where ref = 'NET' order by id")
                .query(String.class)
                .list())
        .contains("not planned → cancelled on 2027-02-01 by K. Mohr", "none → 2027-02-01");
  }

  static List<ProjectState> states() {
    return List.of(
        new ProjectState.NotPlanned(DAY),
        new ProjectState.Running(),
        new ProjectState.Waiting("the firewall vendor", DAY),
        new ProjectState.OnHold(DAY, "K. Mohr", DAY.plusDays(60)),
        new ProjectState.OnHold(DAY, "K. Mohr", null),
        new ProjectState.Disputed("the switches have not arrived", DAY),
        new ProjectState.Done(DAY),
        new ProjectState.Cancelled(DAY, "K. Mohr"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateIsKeptWithItsDates(ProjectState state) {
    Project project = add(NET, "Network upgrade", false);

    projects.change(project, state, BY);

    assertThat(projects.get(NET).state()).isEqualTo(state);
  }

  @Test
  void theSecondOfTwoChangesOfTheSameVersionIsRefused() {
    Project seen = add(NET, "Network upgrade", false);
    projects.fixFinish(seen, DAY, ASKED, "Asa");

    assertThatThrownBy(() -> projects.fixFinish(seen, DAY.plusDays(1), ASKED, "Ben"))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(projects.get(NET).fixedFinish()).isEqualTo(DAY);
  }

  @Test
  void movingUpChangesPlacesWithTheNextMoreImportantProject() {
    add(NET, "Network upgrade", false);
    Project crm = add(CRM, "CRM roll-out", false);

    assertThat(projects.move(crm, true, BY)).isTrue();

    assertThat(projects.all()).extracting(Project::key).containsExactly(CRM, NET);
    assertThat(projects.move(projects.get(CRM), true, BY)).isFalse();
  }

  @Test
  void aProjectIsFoundByItsKeyAndByItsNameWithTypos() {
    add(NET, "Floor 3 network upgrade", false);
    add(CRM, "CRM roll-out", false);

    assertThat(projects.like("net")).extracting(Project::key).contains(NET);
    assertThat(projects.near("netwrok upgrade")).extracting(Project::key).containsExactly(NET);
    assertThat(projects.like("100 %_\\")).isEmpty();
  }

  @Test
  void everybodyReadsAndOnlyProjectManagersChange() {
    Project open = add(NET, "Network upgrade", false);

    assertThat(projects.allows(who(Role.STAKEHOLDER), Right.READ, open)).isTrue();
    assertThat(projects.allows(who(Role.STAKEHOLDER), Right.WRITE, open)).isFalse();
    assertThat(projects.allows(who(Role.PROJECT_MANAGER), Right.WRITE, open)).isTrue();
  }

  @Test
  void aConfidentialProjectIsSeenByItsMembersOnly() {
    Project secret = add(NET, "Office move", true);
    Who member = who(Role.SME);
    projects.admit(secret, member.account(), Right.READ, BY);

    assertThat(projects.visibleTo(member)).containsExactly(secret);
    assertThat(projects.allows(member, Right.WRITE, secret)).isFalse();
    assertThat(projects.visibleTo(who(Role.SME))).isEmpty();
    assertThat(projects.visibleTo(who(Role.AUDITOR))).containsExactly(secret);
  }

  private Project add(ProjectKey key, String name, boolean confidential) {
    var project = new NewProject(key, name, "", ZoneId.of("UTC"), confidential);
    return projects.add(project, BY, NOW).orElseThrow();
  }

  private static Who who(Role role) {
    return new Who(new AccountId(UUID.randomUUID()), "Ben", "ben@example.org", Set.of(role));
  }
}
