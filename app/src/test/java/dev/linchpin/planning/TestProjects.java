package dev.linchpin.planning;

import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Subject;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// Small projects for tests about what is said of them.
public final class TestProjects {
  private static final String BY = "test";

  private final ApplicationContext context;

  private TestProjects(ApplicationContext context) {
    this.context = context;
  }

  public static TestProjects in(ApplicationContext context) {
    return new TestProjects(context);
  }

  /// A project that runs: Nora, its go-to, works on it for ten days, then milestone 2 is reached.
  public void running(String key, String name, boolean confidential) {
    var who = new PersonId(UUID.randomUUID());
    Sites sites = context.getBean(Sites.class);
    context
        .getBean(People.class)
        .add(Person.of(who, "Nora " + key, key + "@example.org", sites.main().id()), BY);
    empty(key, name, confidential);
    context
        .getBean(GoTos.class)
        .put(new GoTo(Subject.project(key), who, null), context.getBean(Zone.class).instant(), BY);
    var ref = new ProjectKey(key);
    context
        .getBean(Plans.class)
        .save(
            ProjectPlan.of(
                ref,
                List.of(
                    PlannedTask.task(
                        ref,
                        1,
                        "Build",
                        new Work.Working(new Estimate.Single(Duration.ofHours(80)))),
                    PlannedTask.milestone(ref, 2, "Lamp lit")),
                List.of(PlannedLink.finishToStart(1, 2)),
                List.of(new PlannedAssignment(1, new Worker.Known(who), 1))),
            BY);
  }

  /// One that runs and has no plan.
  public void empty(String key, String name, boolean confidential) {
    Projects projects = context.getBean(Projects.class);
    Zone zone = context.getBean(Zone.class);
    Instant now = zone.instant();
    var project = new NewProject(new ProjectKey(key), name, "", zone.id(), confidential);
    projects.change(projects.add(project, BY, now).orElseThrow(), new ProjectState.Running(), BY);
  }
}
