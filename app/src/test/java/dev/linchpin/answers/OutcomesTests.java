package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.AccountId;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Work;
import dev.linchpin.helpdesk.TicketKeeper;
import dev.linchpin.helpdesk.TicketRecord;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class OutcomesTests {
  private static final String BY = "test";
  private static final AccountId TELLER = new AccountId(UUID.randomUUID());

  @Autowired Outcomes outcomes;
  @Autowired Promises promises;
  @Autowired Projects projects;
  @Autowired Plans plans;
  @Autowired TicketKeeper tickets;
  @Autowired Zone zone;
  @Autowired JdbcClient sql;

  private LocalDate today;
  private LocalDate lastWeek;

  @BeforeEach
  void readTheClockOnce() {
    today = zone.today();
    lastWeek = today.minusWeeks(1);
  }

  @Test
  void whatWasDoneOnThePromisedDayWasKeptAndADayLaterWasNot() {
    String project = project("OUTA", new ProjectState.Done(lastWeek));

    Promise kept = told(project, lastWeek);
    Promise missed = told(project, lastWeek.minusDays(1));
    outcomes.judge();

    assertThat(kept(kept)).contains(true);
    assertThat(kept(missed)).contains(false);
  }

  @Test
  void whatIsNotDoneWhenItsDayEndedWasNotKeptAlsoWhenItIsOnHold() {
    Promise open = told(project("OUTB", new ProjectState.Running()), lastWeek);
    Promise held = told(project("OUTC", new ProjectState.OnHold(lastWeek, BY, null)), lastWeek);
    outcomes.judge();

    assertThat(kept(open)).contains(false);
    assertThat(kept(held)).contains(false);
  }

  @Test
  void thePromisedDayItselfIsNotOver() {
    Promise promise = told(project("OUTD", new ProjectState.Running()), today);
    outcomes.judge();

    assertThat(kept(promise)).isEmpty();
  }

  @Test
  void whatWasCancelledSaysNothingAboutOurDates() {
    Promise promise =
        told(project("OUTE", new ProjectState.Cancelled(today.minusDays(20), BY)), lastWeek);
    outcomes.judge();

    assertThat(kept(promise)).isEmpty();
  }

  @Test
  void whenEveryTaskIsDoneTheLastOneCountsAlsoBeforeSomebodyClosesTheProject() {
    String project = project("OUTF", new ProjectState.Running());
    doneOn("OUTF", lastWeek.atTime(12, 0));

    Promise kept = told(project, lastWeek);
    Promise missed = told(project, lastWeek.minusDays(1));
    outcomes.judge();

    assertThat(kept(kept)).contains(true);
    assertThat(kept(missed)).contains(false);
  }

  @Test
  void aTicketIsKeptWhenItEndedInTime() {
    tickets.addAll("outcomes", List.of(ticket("OUT-1", lastWeek)));

    Promise kept = told("T-OUT-1", lastWeek);
    Promise missed = told("T-OUT-1", lastWeek.minusDays(1));
    outcomes.judge();

    assertThat(kept(kept)).contains(true);
    assertThat(kept(missed)).contains(false);
  }

  @Test
  void judgedTwiceTheFirstWordStands() {
    Promise promise = told(project("OUTG", new ProjectState.Running()), lastWeek);
    outcomes.judge();
    projects.change(
        projects.get(new ProjectKey("OUTG")), new ProjectState.Done(lastWeek.minusDays(2)), BY);
    outcomes.judge();

    assertThat(kept(promise)).contains(false);
  }

  private String project(String key, ProjectState state) {
    var ref = new ProjectKey(key);
    projects.add(NewProject.of(ref, "Outcome " + key, "", zone.id()), BY, zone.instant());
    projects.change(projects.get(ref), state, BY);
    return key;
  }

  private void doneOn(String key, LocalDateTime finish) {
    var ref = new ProjectKey(key);
    PlannedTask task =
        PlannedTask.task(
            ref, 1, "Do it", new Work.Working(new Estimate.Single(Duration.ofHours(8))));
    PlannedTask done = task.with(new Progress.Done(finish.minusDays(1), finish));
    plans.save(
        new ProjectPlan(
            ref, finish.minusDays(1), null, List.of(done), List.of(), List.of(), List.of()),
        BY);
  }

  private static TicketRecord ticket(String number, LocalDate ended) {
    return new TicketRecord(
        number,
        "Something",
        "",
        TicketState.RESOLVED,
        ended.minusDays(3).atTime(9, 0),
        ended.atTime(15, 0),
        null,
        "",
        "",
        "",
        "",
        "",
        "",
        null,
        List.of());
  }

  private Promise told(String ref, LocalDate by) {
    return promises.add(
        new Promise(
            UUID.randomUUID(),
            Ref.parse(ref).orElseThrow(),
            new Hearers(sql).named("Mia in Sales"),
            Channel.PHONE,
            by,
            "We expect this to be done.",
            new Chance(8),
            null,
            AnswerState.FORECAST,
            zone.instant().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS),
            "Kim Park",
            zone.id()),
        TELLER,
        null);
  }

  private Optional<Boolean> kept(Promise promise) {
    return sql.sql("select kept from answers.outcome where promise = :id")
        .param("id", promise.id())
        .query(Boolean.class)
        .optional();
  }
}
