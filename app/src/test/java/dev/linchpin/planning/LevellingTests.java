package dev.linchpin.planning;

import static dev.linchpin.planning.PlanningWorld.BY;
import static dev.linchpin.planning.PlanningWorld.CRM;
import static dev.linchpin.planning.PlanningWorld.NET;
import static dev.linchpin.planning.PlanningWorld.NOW;
import static dev.linchpin.planning.PlanningWorld.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Subject;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ChangeWindow.Weekly;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Schedule.Because;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.planning.ChangeWindows.Saved;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LevellingTests {
  private static final WindowId NIGHTS = new WindowId("nights");

  private final PlanningWorld world = new PlanningWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatNeedsTheSamePersonLiesOneAfterTheOtherAndSaysSo() {
    PersonId jon = world.person("Jon Bell");
    world.withOneTask(NET, jon, 5);
    world.withOneTask(CRM, jon, 5);
    world.forecast();

    ScheduleLine first = line("NET-1");
    ScheduleLine second = line("CRM-1");
    assertThat(second.start()).isAfterOrEqualTo(first.end());
    assertThat(second.because()).isEqualTo(Because.PERSON);
    assertThat(second.waitsFor()).isEqualTo("NET-1");
    assertThat(second.person()).isEqualTo(jon.toString());
    assertThat(first.onChain()).isTrue();
  }

  @Test
  void aTaskWithinAWindowWaitsForItAndNamesIt() {
    world.get(ChangeWindows.class).add(nights(), BY);
    oneTask(new Conditions(false, List.of(NIGHTS), List.of()), 1);
    world.forecast();

    ScheduleLine task = line("NET-1");
    assertThat(task.start().getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    assertThat(task.start().getHour()).isEqualTo(18);
    assertThat(task.because()).isEqualTo(Because.WINDOW);
    assertThat(task.window()).isEqualTo("Network nights");
    assertThat(world.latest("NET-1").likelyDay()).isAfterOrEqualTo(LocalDate.parse("2027-01-12"));
  }

  @Test
  void whoeverKnowsTheServiceDoesWhatNeedsIt() {
    PersonId ana = world.person("Ana Lee");
    var email = Service.of(new ServiceId(UUID.randomUUID()), "email", "E-mail", "");
    world.get(Services.class).add(email, BY);
    world.get(GoTos.class).put(new GoTo(Subject.service("email"), ana, null), NOW, BY);
    world.withOneTask(CRM, ana, 5);
    world.projects().move(world.projects().get(CRM), true, BY);
    oneTask(new Conditions(false, List.of(), List.of(new Need(new TopicId("email"), 1, 1))), 1);
    world.projects().move(world.projects().get(CRM), true, BY);
    world.forecast();

    assertThat(line("NET-1").start()).isAfterOrEqualTo(line("CRM-1").end());
  }

  @Test
  void aWindowThatTasksAreDoneWithinStays() {
    var windows = world.get(ChangeWindows.class);
    windows.add(nights(), BY);
    oneTask(new Conditions(false, List.of(NIGHTS), List.of()), 1);

    ChangeWindows.Kept kept = windows.find(NIGHTS).orElseThrow();
    assertThat(windows.remove(kept, BY)).isEqualTo(new Saved.InUse(1));
    assertThat(windows.find(NIGHTS)).contains(kept);
  }

  @Test
  void aWindowSentTwiceIsOneAndANameIsGivenOnce() {
    var windows = world.get(ChangeWindows.class);
    windows.add(nights(), BY);
    windows.add(nights(), BY);

    assertThat(windows.all()).hasSize(1);
    var other =
        new ChangeWindow(
            new WindowId("other"),
            "Network nights",
            nights().week(),
            List.of(),
            List.of(),
            Duration.ZERO,
            true);
    assertThat(windows.add(other, BY)).isInstanceOf(Saved.NameTaken.class);
  }

  @Test
  void aPlanThatReplacesAnotherKeepsWhatItsTasksAskFor() {
    var asks = new Conditions(true, List.of(NIGHTS), List.of());
    PlannedTask before = PlannedTask.task(NET, 1, "Cut-over", days(1)).with(asks);
    PlannedTask after = PlannedTask.task(NET, 1, "Cut-over", days(2));
    PlannedTask fresh = PlannedTask.task(NET, 2, "Tidy up", days(1));

    ProjectPlan kept =
        ProjectPlan.of(NET, List.of(after, fresh), List.of(), List.of())
            .keepingConditions(List.of(before));

    assertThat(kept.tasks())
        .extracting(PlannedTask::conditions)
        .containsExactly(asks, Conditions.NONE);
  }

  private void oneTask(Conditions conditions, int days) {
    world.running(NET, "Network upgrade");
    world
        .plans()
        .save(
            ProjectPlan.of(
                NET,
                List.of(
                    PlannedTask.task(NET, 1, "Cut-over", days(days)).with(conditions),
                    PlannedTask.milestone(NET, 2, "Live")),
                List.of(PlannedLink.finishToStart(1, 2)),
                List.of()),
            BY);
  }

  private static ChangeWindow nights() {
    return new ChangeWindow(
        NIGHTS,
        "Network nights",
        List.of(new Weekly(DayOfWeek.TUESDAY, 1_080, DayOfWeek.WEDNESDAY, 360)),
        List.of(),
        List.of(),
        Duration.ZERO,
        true);
  }

  private ScheduleLine line(String ref) {
    TaskRef task = TaskRef.parse(ref).orElseThrow();
    return requireNonNull(world.get(Schedules.class).of(task.project()).get(ref));
  }
}
