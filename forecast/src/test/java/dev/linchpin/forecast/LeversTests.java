package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Levers.Change;
import dev.linchpin.forecast.Levers.Lever;
import dev.linchpin.forecast.text.PlanText;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A plan, and what one would say in the meeting about it.
final class LeversTests {
  private static final Promise.Of GO_LIVE = new Promise.Of.ATask(new TaskId("go-live"));

  private static List<String> levers(String plan) {
    return levers(ask(plan));
  }

  private static List<String> levers(Question question) {
    return Levers.find(question, GO_LIVE, 10).orElseThrow().levers().stream()
        .map(Lever::sentence)
        .toList();
  }

  private static Question ask(String plan) {
    return new Question(
        PlanText.read(plan), Interruptions.NONE, History.NONE, Plans.MONDAY, 400, new Seed(3));
  }

  @Test
  void aSecondPersonSharesTheHours() {
    assertThat(
            levers(
                """
                start   2027-01-11
                build   effort 80h by jon
                paper   1d by eva
                go-live 0d after build, paper
                """))
        .containsSubsequence("Leave \"build\" out.", "Put eva on \"build\" as well.");
  }

  @Test
  void somebodyWhoKnowsTheTopicTakesWorkFromWhoeverHasTooMuch() {
    assertThat(
            levers(
                """
                start   2027-01-11
                person  jon knows postgres 4
                person  eva knows postgres 3
                person  ola knows cobol 9
                one     10d by jon
                two     10d by jon
                go-live 0d after one, two
                """))
        .contains("Let eva do \"one\" instead of jon.", "Let eva do \"two\" instead of jon.")
        .noneMatch(it -> it.contains("ola"));
  }

  @Test
  void oneMoreWhoKnowsTheTopicHelpsWhereOnlyOneDoes() {
    assertThat(
            levers(
                """
                start   2027-01-11
                person  jon knows postgres 4
                person  eva knows postgres 1
                one     10d needs postgres level 3
                two     10d needs postgres level 3
                go-live 0d after one, two
                """))
        .contains("Let eva learn postgres to level 3.");
  }

  @Test
  void halfTheTicketsHelpWhoeverHasMany() {
    var load = new Interruptions.Load(Collections.nCopies(7, Duration.ofHours(4)), 0.2, 0.4, 0.5);
    Question question =
        ask("start 2027-01-11\nbuild 20d by jon\npaper 1d by eva\ngo-live 0d after build, paper")
            .with(new Interruptions(Map.of(new PersonId("jon"), load), 0));
    assertThat(levers(question)).contains("Take half of the tickets from jon.");
  }

  @Test
  void aFreezeInTheWayMayBeMoved() {
    assertThat(
            levers(
                """
                start   2027-01-11
                window  prod Sat 08:00..Sat 20:00 out of hours
                freeze  "Year end" 2027-01-16..2027-03-31
                go-live 2h by jon within prod
                """))
        .contains("Move the freeze \"Year end\".");
  }

  @Test
  void datesOfItsOwnMayBeLifted() {
    assertThat(
            levers(
                """
                start   2027-01-11
                project NET from 2027-02-01
                build   5d by jon not before 2027-03-01
                go-live 0d after build
                """))
        .contains("Begin \"build\" as soon as it can begin.");
    assertThat(levers("start 2027-01-11\nproject NET from 2027-02-01\ngo-live 5d by jon"))
        .contains("Begin NET now.");
  }

  @Test
  void aProjectMayGoBeforeAMoreImportantOne() {
    assertThat(
            levers(
                """
                start   2027-01-11
                project CRM "CRM roll-out"
                report  20d by jon
                project NET
                go-live 5d by jon
                """))
        .contains("Put NET before CRM roll-out.");
  }

  @Test
  void theBestComesFirstAndSaysItsDates() {
    Question question =
        ask(
            """
            start   2027-01-11
            build   effort 80h by jon
            test    effort 16h by eva after build
            go-live 0d after test
            """);
    Levers found = Levers.find(question, GO_LIVE, 10).orElseThrow();
    assertThat(found.levers()).isNotEmpty();
    assertThat(found.levers())
        .isSortedAccordingTo(Comparator.comparing(Lever::byDays).reversed())
        .allSatisfy(
            it -> assertThat(it.then().by().plusDays(it.byDays())).isEqualTo(found.now().by()));
    Lever best = found.levers().getFirst();
    Outcome outcome = Forecaster.forecast(Levers.with(question, best.change()));
    assertThat(Plans.get(outcome.forecast().tasks(), new TaskId("go-live")).finish().by())
        .isEqualTo(best.then().by());
  }

  @Test
  void whatNobodyCanHurryHasNoLevers() {
    assertThat(levers("start 2027-01-11\ngo-live 0d")).isEmpty();
    assertThat(levers("start 2027-01-11\ngo-live 1d done 2027-01-05..2027-01-06")).isEmpty();
    assertThat(Levers.find(ask("start 2027-01-11\nbuild 1d"), GO_LIVE, 10)).isEmpty();
  }

  @Test
  void aChangeOfWhatIsNotThereChangesNothing() {
    Question question = ask("start 2027-01-11\ngo-live 5d by jon");
    TaskId nothing = new TaskId("nothing");
    PersonId nobody = new PersonId("nobody");
    List<Change> changes =
        List.of(
            new Change.AddPerson(nothing, nobody),
            new Change.HandOver(nothing, nobody, nobody),
            new Change.Teach(nobody, new TopicId("linux"), 3),
            new Change.HalfTheTickets(List.of(nobody)),
            new Change.Drop(nothing),
            new Change.StartWhenReady(nothing),
            new Change.StartNow(new ProjectId("none")),
            new Change.MoveFreeze(new WindowId("none"), "none"),
            new Change.GoBefore(new ProjectId("none"), new ProjectId("none")));
    changes.forEach(it -> assertThat(Levers.with(question, it)).isEqualTo(question));
  }

  @Test
  void anyPlanHasLeversOrNone() {
    for (int seed = 0; seed < 20; seed++) {
      Question question =
          new Question(
              new RandomPlans(seed).odd(),
              Interruptions.NONE,
              History.NONE,
              Plans.MONDAY,
              20,
              new Seed(3));
      for (Project project : question.plan().projects()) {
        Levers.find(question, new Promise.Of.AProject(project.id()), 5)
            .ifPresent(it -> assertThat(it.levers()).hasSizeLessThanOrEqualTo(5));
      }
    }
  }
}
