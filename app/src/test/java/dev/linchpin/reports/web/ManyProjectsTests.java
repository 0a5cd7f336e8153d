package dev.linchpin.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.Statements;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class ManyProjectsTests {
  private static final String BY = "test";
  private static final int MANY = 60;

  /// Keeping the session takes a statement or two more now and then.
  private static final int SLACK = 5;

  @Autowired ApplicationContext context;
  @Autowired Projects projects;
  @Autowired Plans plans;
  @Autowired Forecasting forecasting;
  @Autowired Zone zone;

  private final List<ProjectKey> added = new ArrayList<>();

  @AfterEach
  void cancelThem() {
    var over = new ProjectState.Cancelled(zone.today(), BY);
    added.forEach(key -> projects.change(projects.get(key), over, BY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ask", "/projects"})
  void sixtyProjectsMoreAskNotMoreOfTheDatabase(String page) {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    project(0);
    forecasting.make(zone.now());
    manager.get(page);
    int withFew = Statements.during(() -> manager.get(page));

    for (int i = 1; i <= MANY; i++) {
      project(i);
    }
    forecasting.make(zone.now());
    int withMany = Statements.during(() -> manager.get(page));

    assertThat(withFew).isPositive();
    if (page.equals("/")) {
      assertThat(manager.get(page).body()).contains("The 50 most important of ");
    }
    assertThat(withMany).isLessThan(withFew + SLACK);
  }

  private void project(int number) {
    ProjectKey key = key(number);
    projects.add(NewProject.of(key, "Crowd " + key, "", zone.id()), BY, zone.instant());
    added.add(key);
    var work = new Work.Working(new Estimate.Single(Duration.ofHours(16)));
    plans.save(
        new ProjectPlan(
            key,
            zone.now(),
            null,
            List.of(
                PlannedTask.task(key, 1, "Do it", work),
                PlannedTask.milestone(key, 2, "It is there")),
            List.of(),
            List.of(),
            List.of()),
        BY);
    projects.change(projects.get(key), new ProjectState.Running(), BY);
  }

  /// "QA0", "QA1", …: another letter for every run of a test.
  private ProjectKey key(int number) {
    char letter = 'A';
    while (projects.find(new ProjectKey("Q" + letter + number)).isPresent()) {
      letter++;
    }
    return new ProjectKey("Q" + letter + number);
  }
}
