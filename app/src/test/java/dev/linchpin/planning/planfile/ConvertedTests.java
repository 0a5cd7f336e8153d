package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertedTests {
  @TempDir Path folder = Path.of("");

  @Test
  void tasksThatFollowASummaryWaitForEverythingInIt() throws IOException {
    Converted plan =
        converted(
            Mspdi.task(1, 1, "Phase", 16, "")
                + Mspdi.task(2, 2, "A", 8, "")
                + Mspdi.task(3, 2, "B", 16, "")
                + Mspdi.task(4, 1, "After", 8, Mspdi.after(1, 1)));

    assertThat(plan.plan().links())
        .extracting(Link::toString)
        .containsExactlyInAnyOrder(
            Link.finishToStart(new TaskId("1#end"), new TaskId("4")).toString(),
            Link.finishToStart(new TaskId("2"), new TaskId("1#end")).toString(),
            Link.finishToStart(new TaskId("3"), new TaskId("1#end")).toString());
    assertThat(task(plan, "1#end").name()).isEqualTo("End of Phase");
    assertThat(Converted.isBoundary(new TaskId("1#end"))).isTrue();
    assertThat(Converted.isBoundary(new TaskId("4"))).isFalse();
  }

  @Test
  void everythingInASummaryThatFollowsWaitsEvenInSummariesBelow() throws IOException {
    Converted plan =
        converted(
            Mspdi.task(1, 1, "Before", 8, "")
                + Mspdi.task(2, 1, "Phase", 8, Mspdi.after(1, 1))
                + Mspdi.task(3, 2, "Part", 8, "")
                + Mspdi.task(4, 3, "A", 8, "")
                + Mspdi.task(5, 2, "B", 8, ""));

    assertThat(plan.plan().links())
        .extracting(link -> link.from() + ">" + link.to())
        .containsExactlyInAnyOrder("1>2#start", "2#start>3#start", "3#start>4", "2#start>5");
  }

  @Test
  void theConstraintOfASummaryHoldsForItsStart() throws IOException {
    String notBefore =
        "<ConstraintType>4</ConstraintType><ConstraintDate>2027-02-01T08:00:00</ConstraintDate>"
            + "<Deadline>2027-03-01T17:00:00</Deadline>";
    Converted plan =
        converted(Mspdi.task(1, 1, "Phase", 8, notBefore) + Mspdi.task(2, 2, "A", 8, ""));

    assertThat(task(plan, "1#start").constraint())
        .isEqualTo(new Constraint.StartNotBefore(LocalDateTime.of(2027, 2, 1, 8, 0)));
    assertThat(task(plan, "1#end").deadline()).isEqualTo(LocalDateTime.of(2027, 3, 1, 17, 0));
  }

  @Test
  void allConstraintsHaveTheirMeaning() throws IOException {
    var tasks = new StringBuilder();
    for (int type = 0; type <= 7; type++) {
      tasks.append(
          Mspdi.task(
              type + 1,
              1,
              "T",
              8,
              "<ConstraintType>"
                  + type
                  + "</ConstraintType><ConstraintDate>2027-02-01T08:00:00</ConstraintDate>"));
    }
    LocalDateTime at = LocalDateTime.of(2027, 2, 1, 8, 0);

    assertThat(converted(tasks.toString()).plan().tasks())
        .extracting(Task::constraint)
        .containsExactly(
            new Constraint.AsSoonAsPossible(),
            new Constraint.AsLateAsPossible(),
            new Constraint.StartOn(at),
            new Constraint.FinishOn(at),
            new Constraint.StartNotBefore(at),
            new Constraint.StartNotAfter(at),
            new Constraint.FinishNotBefore(at),
            new Constraint.FinishNotAfter(at));
  }

  @Test
  void progressIsDoneStartedOrNot() throws IOException {
    Converted plan =
        converted(
            Mspdi.task(
                    1,
                    1,
                    "Done",
                    8,
                    "<PercentComplete>100</PercentComplete>"
                        + "<ActualStart>2027-01-11T08:00:00</ActualStart>"
                        + "<ActualFinish>2027-01-12T17:00:00</ActualFinish>")
                + Mspdi.task(
                    2,
                    1,
                    "Begun",
                    8,
                    "<PercentComplete>50</PercentComplete>"
                        + "<ActualStart>2027-01-13T08:00:00</ActualStart>"
                        + "<RemainingDuration>PT4H0M0S</RemainingDuration>")
                + Mspdi.task(3, 1, "Not", 8, ""));

    assertThat(plan.plan().tasks())
        .extracting(Task::progress)
        .containsExactly(
            new Progress.Done(
                LocalDateTime.of(2027, 1, 11, 8, 0), LocalDateTime.of(2027, 1, 12, 17, 0)),
            new Progress.Started(LocalDateTime.of(2027, 1, 13, 8, 0), Duration.ofHours(4)),
            new Progress.NotStarted());
  }

  @Test
  void aPoolOfThreeIsAPersonWithCapacityAndPartTimeIsAShare() throws IOException {
    PlanFile file =
        read(
            Mspdi.plan(
                Mspdi.task(1, 1, "Install", 40, "")
                    + Mspdi.task(2, 1, "Go-live", 0, "<Milestone>1</Milestone>"),
                """
                <Resources>
                <Resource><UID>1</UID><ID>1</ID><Name>Technicians</Name><Type>1</Type>
                <MaxUnits>3.00</MaxUnits></Resource>
                <Resource><UID>2</UID><ID>2</ID><Name>Cables</Name><Type>0</Type></Resource>
                <Resource><UID>3</UID><ID>3</ID><Name>Ana</Name><Type>1</Type></Resource>
                </Resources><Assignments>
                <Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>
                <Units>2</Units></Assignment>
                <Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID>
                <Units>40</Units></Assignment>
                <Assignment><UID>3</UID><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID>
                <Units>1</Units><Work>PT8H0M0S</Work></Assignment>
                </Assignments>
                """));
    Converted plan = Converted.of(file, new ProjectId("p"));

    assertThat(task(plan, "1").people())
        .containsExactly(
            new Assignment(new PersonId("r1"), 2), new Assignment(new PersonId("r3"), 0.2));
    assertThat(plan.plan().people()).extracting(Person::capacity).containsExactly(3.0, 1.0);
    assertThat(task(plan, "2").isMilestone()).isTrue();
    assertThat(plan.findings())
        .extracting(Finding::message)
        .contains("Resources that are material are left out: Cables.");
  }

  @Test
  void elapsedTimeStaysElapsed() throws IOException {
    String elapsed =
        Mspdi.task(1, 1, "Delivery", 48, "").replace("<DurationFormat>7<", "<DurationFormat>8<");

    assertThat(task(converted(elapsed), "1").work())
        .isInstanceOfSatisfying(
            Work.Elapsed.class,
            work -> assertThat(work.time().likely()).isEqualTo(Duration.ofDays(2)));
  }

  @Test
  void theCalendarKeepsItsWeekAndItsHolidays() throws IOException {
    String holiday =
        """
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
        <FromDate>2027-05-06T00:00:00</FromDate><ToDate>2027-05-07T23:59:00</ToDate>
        </TimePeriod></WeekDay></WeekDays>
        """;
    PlanFile file =
        read(Mspdi.plan(Mspdi.task(1, 1, "A", 8, ""), "").replace("</WeekDays>", holiday));
    WorkCalendar calendar = calendar(Converted.of(file, new ProjectId("p")), "c1");

    assertThat(calendar.on(LocalDate.of(2027, 5, 5)))
        .containsExactly(new Shift(480, 720), new Shift(780, 1020));
    assertThat(calendar.isWorkday(LocalDate.of(2027, 5, 6))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 5, 7))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 5, 8))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 5, 10))).isTrue();
  }

  @Test
  void aPlanWithoutACalendarWorksTheUsualWeek() {
    Converted plan = table("name;duration\nA;1d\n");

    assertThat(plan.plan().projects().getFirst().calendar()).isEqualTo(new CalendarId("usual"));
    assertThat(calendar(plan, "usual").isWorkday(LocalDate.of(2027, 1, 8))).isTrue();
    assertThat(calendar(plan, "usual").isWorkday(LocalDate.of(2027, 1, 9))).isFalse();
  }

  @Test
  void workWithoutADurationIsEffortAndNothingAtAllIsAFinding() {
    Converted plan =
        table("name;work;resources;start;finish\nA;16h;Ana;;\nB;;;2027-01-08;2027-01-11\nC;;;;\n");

    assertThat(plan.plan().tasks())
        .extracting(task -> task.work().getClass().getSimpleName())
        .containsExactly("Effort", "Working", "None");
    assertThat(task(plan, "2").work())
        .isInstanceOfSatisfying(
            Work.Working.class,
            work -> assertThat(work.time().likely()).isEqualTo(Duration.ofHours(16)));
    assertThat(plan.findings())
        .filteredOn(finding -> finding.code() == Finding.Code.NO_ESTIMATE)
        .extracting(Finding::tasks)
        .containsExactly(List.of(new TaskId("3")));
  }

  @Test
  void whatCannotBeRepresentedIsSaid() throws IOException {
    Converted plan =
        converted(
            Mspdi.task(1, 1, "Off", 8, "<Active>0</Active>")
                + Mspdi.task(
                    2,
                    1,
                    "Typed",
                    8,
                    "<Manual>1</Manual>"
                        + "<Start>2027-02-01T08:00:00</Start><Finish>2027-02-01T17:00:00</Finish>")
                + Mspdi.task(3, 1, "Guessed", 8, "<Estimated>1</Estimated><Notes>Why</Notes>"));

    assertThat(plan.plan().tasks()).extracting(Task::name).containsExactly("Typed", "Guessed");
    assertThat(task(plan, "2").constraint())
        .isEqualTo(new Constraint.StartOn(LocalDateTime.of(2027, 2, 1, 8, 0)));
    assertThat(plan.findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "1 task switched off in the file: left out, with their links.",
            "1 task scheduled by hand: the typed start is kept, whatever the links say.",
            "1 task with a question mark behind the duration: nobody has estimated them, so the"
                + " placeholder counts.",
            "Notes are not taken over.");
  }

  private Converted converted(String tasks) throws IOException {
    return Converted.of(read(Mspdi.plan(tasks, "")), new ProjectId("p"));
  }

  private PlanFile read(String xml) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.xml"), xml);
    return switch (PlanFileParser.parse(file, "plan.xml", ReadLimits.USUAL, folder)) {
      case Read(PlanFile plan) -> plan;
      case Refused no -> throw new AssertionError(no.message());
    };
  }

  private static Converted table(String text) {
    return switch (new CsvPlan("plan.csv").read(text)) {
      case Read(PlanFile plan) -> Converted.of(plan, new ProjectId("p"));
      case Refused no -> throw new AssertionError(no.message());
    };
  }

  private static Task task(Converted plan, String id) {
    return plan.plan().tasks().stream()
        .filter(task -> task.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static WorkCalendar calendar(Converted plan, String id) {
    return plan.plan().calendars().stream()
        .filter(calendar -> calendar.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
