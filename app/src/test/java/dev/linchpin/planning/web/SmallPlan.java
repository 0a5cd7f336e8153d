package dev.linchpin.planning.web;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.planning.TaskRef;
import dev.linchpin.planning.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/// A running project of its own for a test: "Build", five days of one person, then "Built".
record SmallPlan(ProjectKey key, Person person, ApplicationContext context) {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String BY = "a test";

  static SmallPlan in(ApplicationContext context) {
    int number = COUNT.incrementAndGet();
    var key = new ProjectKey("SP" + number);
    var person =
        Person.of(
            new PersonId(UUID.randomUUID()),
            "Small Planner " + number,
            "",
            context.getBean(Sites.class).main().id());
    context.getBean(People.class).add(person, BY);
    Projects projects = context.getBean(Projects.class);
    var added = NewProject.of(key, "Small plan " + number, "", ZoneId.of("UTC"));
    Project project = projects.add(added, BY, Instant.EPOCH).orElseThrow();
    projects.change(project, new ProjectState.Running(), BY);
    context
        .getBean(Plans.class)
        .save(
            ProjectPlan.of(
                key,
                List.of(
                    PlannedTask.task(key, 1, "Build", days(5)),
                    PlannedTask.milestone(key, 2, "Built")),
                List.of(PlannedLink.finishToStart(1, 2)),
                List.of(new PlannedAssignment(1, new Worker.Known(person.id()), 1))),
            BY);
    return new SmallPlan(key, person, context);
  }

  void finish(int number) {
    Plans plans = context.getBean(Plans.class);
    var start = LocalDateTime.parse("2026-01-05T08:00");
    plans.progress(
        plans.task(new TaskRef(key, number)).orElseThrow(),
        new Progress.Done(start, start.plusDays(4)),
        BY);
  }

  static Work days(int days) {
    return new Work.Working(new Estimate.Single(Duration.ofHours(8L * days)));
  }
}
