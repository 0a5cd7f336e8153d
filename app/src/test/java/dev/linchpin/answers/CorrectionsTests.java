package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.linchpin.LinchpinTest;
import dev.linchpin.access.AccountId;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Who;
import dev.linchpin.answers.CorrectionRules.Rule;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.messaging.LetterLost;
import dev.linchpin.messaging.LetterSent;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.TestProjects;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Jobs of the application do the same as these tests, and rest meanwhile: a check between two
/// steps of a story would be a step of its own.
@LinchpinTest
class CorrectionsTests {
  private static final String BY = "test";
  private static final List<String> PROJECTS = List.of("CORA", "CORB", "CORC", "CORE");
  private static final int PEOPLE = 60;

  @Autowired ApplicationContext context;
  @Autowired Projects projects;
  @Autowired Forecasting forecasting;
  @Autowired Hearers hearers;
  @Autowired Promises promises;
  @Autowired Drifts drifts;
  @Autowired Drifting drifting;
  @Autowired Corrections corrections;
  @Autowired CorrectionMail mail;
  @Autowired CorrectionRules rules;
  @Autowired Ledger ledger;
  @Autowired AnswerBook book;
  @Autowired TicketDesk desk;
  @Autowired Messages messages;
  @Autowired Zone zone;
  @Autowired JdbcClient sql;
  @Autowired Scheduler jobs;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private Who manager;

  @BeforeEach
  void twoProjectsWhileJobsRest() {
    jobs.pause();
    await().atMost(Duration.ofMinutes(2)).until(() -> jobs.getCurrentlyExecuting().isEmpty());
    manager = TestAccounts.in(context).account(Role.PROJECT_MANAGER);
    if (projects.find(new ProjectKey("CORA")).isEmpty()) {
      TestProjects made = TestProjects.in(context);
      made.running("CORA", "Quay lights", false);
      made.running("CORB", "Harbour radio", false);
      made.running("CORC", "Old crane", false);
      made.empty("CORE", "Empty berth", false);
      forecasting.make(zone.now());
    }
  }

  /// What waits would go to the mail server of another test.
  @AfterEach
  void leaveNothingBehind() {
    PROJECTS.forEach(key -> rules.put(key, Rule.USUAL, BY, zone.instant()));
    sql.sql("update answers.drift set state = 'WITHDRAWN' where project like 'COR%'").update();
    sql.sql("delete from messaging.letter where sent_at is null").update();
    jobs.resume();
  }

  @Test
  void whoBelievesTwoDatesThatMovedReadsOfBothInOneMail() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    tooEarly(ruth, "CORB");

    drifting.check(List.of("CORA", "CORB"));
    List<Drift> lines = linesOf(ruth);
    assertThat(lines).hasSize(2).allMatch(line -> line.state() instanceof Drift.State.Drafted);
    assertThat(lines).allMatch(line -> line.days() > 0);

    corrections.approve(manager, lines.getFirst(), "New words for Ruth.", zone.instant());
    mail.send();
    assertThat(letters(ruth)).isEmpty();

    corrections.approve(manager, lines.getLast(), lines.getLast().words(), zone.instant());
    mail.send();

    assertThat(letters(ruth))
        .singleElement()
        .asString()
        .contains("Hello Ruth " + mark, "Quay lights", "Harbour radio", "New words for Ruth.");
  }

  @Test
  void aCorrectionIsOverWhenTheMailIsOutAndThenTheyBelieveTheNewDate() {
    Hearer ruth = ruth();
    Promise old = tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    Drift line = linesOf(ruth).getFirst();
    corrections.approve(manager, line, line.words(), zone.instant());
    mail.send();
    assertThat(untold("CORA")).isTrue();

    String letter = letterOf(line);
    context.publishEvent(new LetterSent(letter, zone.instant()));
    context.publishEvent(new LetterSent(letter, zone.instant()));

    assertThat(linesOf(ruth)).isEmpty();
    assertThat(promises.believed(ruth, line.ref()))
        .hasValueSatisfying(now -> {
          assertThat(now.by()).isEqualTo(line.known());
          assertThat(now.toldBy()).isEqualTo(manager.name());
          assertThat(now.words()).isEqualTo(line.words());
        });
    assertThat(became(ruth)).containsExactly(PromiseState.OPEN, PromiseState.CORRECTED);
    assertThat(drifting.check(List.of("CORA")).drafted()).isZero();
    assertThat(promises.find(old.id())).contains(old);
  }

  @Test
  void aMailThatComesBackGoesToTheTelephone() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    Drift line = linesOf(ruth).getFirst();
    corrections.approve(manager, line, line.words(), zone.instant());
    mail.send();
    String letter = letterOf(line);
    context.publishEvent(new LetterSent(letter, zone.instant()));
    context.publishEvent(
        new LetterLost(letter, ruth.mail(), "The mail came back: no such box.", zone.instant()));

    Drift again = linesOf(ruth).getFirst();
    assertThat(again.state()).isInstanceOf(Drift.State.Drafted.class);
    assertThat(again.goesByMail()).isFalse();
    assertThat(became(ruth)).contains(PromiseState.LOST, PromiseState.DRIFTED);

    assertThat(corrections.told(manager, again, Channel.PHONE, book.asked(manager))).isTrue();
    assertThat(corrections.told(manager, again, Channel.PHONE, book.asked(manager))).isFalse();
    assertThat(linesOf(ruth)).isEmpty();
    assertThat(promises.believed(ruth, line.ref()))
        .hasValueSatisfying(now -> assertThat(now.channel()).isEqualTo(Channel.PHONE));
  }

  @Test
  void twoNodesAtOnceWriteOneMailToEachPerson() throws Exception {
    rules.put("CORA", new Rule(null, true), BY, zone.instant());
    rules.put("CORB", new Rule(null, true), BY, zone.instant());
    List<Hearer> all = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      Hearer one = hearers.withMail("Person " + i, "p" + i + "-" + mark + "@example.org");
      tooEarly(one, "CORA");
      tooEarly(one, "CORB");
      all.add(one);
    }
    var together = new CyclicBarrier(2);
    try (var nodes = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        runs.add(
            nodes.submit(() -> {
              together.await();
              drifting.check(List.of("CORA", "CORB"));
              return mail.send();
            }));
      }
      for (Future<Integer> run : runs) {
        run.get();
      }
    }
    mail.send();

    assertThat(all).allSatisfy(one -> assertThat(letters(one)).hasSize(1));
  }

  @Test
  void aDateThatComesBackBeforeTheMailIsOutIsNotCorrected() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    Drift line = linesOf(ruth).getFirst();
    corrections.approve(manager, line, line.words(), zone.instant());
    mail.send();

    rules.put("CORA", new Rule(Rule.DAYS_MAX, false), BY, zone.instant());
    drifting.check(List.of("CORA"));

    assertThat(linesOf(ruth)).isEmpty();
    assertThat(letters(ruth)).isEmpty();
    assertThat(drifts.find(line.id()))
        .hasValueSatisfying(
            gone -> assertThat(gone.state()).isInstanceOf(Drift.State.Withdrawn.class));
  }

  @Test
  void nothingIsWrittenTwiceWhenNothingChanged() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    List<Drift> lines = linesOf(ruth);

    assertThat(drifting.check(List.of("CORA")).drafted()).isZero();
    assertThat(linesOf(ruth)).isEqualTo(lines);
  }

  @Test
  void onlyTheDateTheyWereToldLastCounts() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    Answer answer = book.answer(manager, new Ref.OfProject("CORA"), book.asked(manager));
    tell(ruth, "CORA", java.util.Objects.requireNonNull(answer.by()));

    drifting.check(List.of("CORA"));

    assertThat(linesOf(ruth)).isEmpty();
  }

  @Test
  void aProjectThatIsCancelledIsNewsForEverybodyWhoBelievesADate() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORC");
    projects.change(
        projects.get(new ProjectKey("CORC")), new ProjectState.Cancelled(zone.today(), BY), BY);
    drifting.check(List.of("CORC"));

    Drift line = linesOf(ruth).getFirst();
    assertThat(line.known()).isNull();
    assertThat(line.words()).isEqualTo("This will not be done. Tell us if you still need it.");
    corrections.told(manager, line, Channel.PHONE, book.asked(manager));

    assertThat(drifting.check(List.of("CORC")).drafted()).isZero();
  }

  @Test
  void aMilestoneThatLeftThePlanIsNewsAndASlipOfAnImportIsNot() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORB-7");
    rules.put("CORB", new Rule(null, true), BY, zone.instant());
    drifting.check(List.of("CORB"));

    Drift line = linesOf(ruth).getFirst();
    assertThat(line.known()).isNull();
    assertThat(line.words()).startsWith("This step is not in our plan any more");
    assertThat(line.state())
        .as("somebody decides, whatever the rule")
        .isInstanceOf(Drift.State.Drafted.class);
    assertThat(drifting.check(List.of("CORB")).redrafted()).isZero();
  }

  @Test
  void anAnswerNobodyLookedAtForLongDraftsNothingAndWithdrawsNothingAndThePageSaysSo() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORB");
    drifting.check(List.of("CORB"));
    checked(Duration.ofDays(30));
    tooEarly(hearers.withMail("Hugo", "hugo-" + mark + "@example.org"), "CORB");

    assertThat(drifting.check(List.of("CORB"))).isEqualTo(new Drifting.Checked(0, 0, 0));
    assertThat(linesOf(ruth)).hasSize(1);
    assertThat(TestAccounts.in(context).signedIn(manager).get("/corrections").body())
        .contains("Nothing new is compared for now");
    checked(Duration.ZERO);
    assertThat(drifting.check(List.of("CORB")).drafted()).isEqualTo(1);
  }

  private void checked(Duration ago) {
    projects.check(projects.get(new ProjectKey("CORB")), BY, zone.instant().minus(ago));
  }

  @Test
  void aProjectWithoutAForecastDecidesNothing() {
    tooEarly(ruth(), "CORE");

    assertThat(drifting.check(List.of("CORE")).drafted()).isZero();
  }

  @Test
  void whoIsForgottenIsToldNothingAndTheWordsStay() {
    Hearer ruth = ruth();
    Promise told = tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    corrections.forget(manager, ruth.id());

    assertThat(linesOf(ruth)).isEmpty();
    assertThat(drifting.check(List.of("CORA")).drafted()).isZero();
    Promise kept = promises.find(told.id()).orElseThrow();
    assertThat(kept.words()).isEqualTo(told.words());
    assertThat(kept.toldTo().name() + kept.toldTo().mail()).isEmpty();
    assertThat(hearers.withMail("Ruth", ruth.mail()).id()).isNotEqualTo(ruth.id());
  }

  @Test
  void anAnswerOnATicketThatSaysTheDateIsAPromise() {
    Answer answer = book.answer(manager, new Ref.OfProject("CORA"), book.asked(manager));
    String address = "caller-" + mark + "@example.org";
    Ticket ticket =
        desk.open(
            NewTicket.of("When do the quay lights work?", "phone")
                .calledBy(new Caller(null, "Carl " + mark, address, "")),
            by());
    sql.sql(
            """
            insert into helpdesk.ticket_link (ticket, kind, ref)
            values (:ticket, 'BELONGS_TO', 'CORA')\
            """)
        .param("ticket", ticket.id())
        .update();

    messages.add(ticket, NewMessage.of(Message.Kind.ANSWER, "We look into 2 things."), by());
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, answer.say()), by());
    Hearer carl = hearers.withMail("", address);
    assertThat(promises.believed(carl, new Ref.OfProject("CORA"))).isEmpty();

    messages.add(ticket, NewMessage.of(Message.Kind.ANSWER, "Hello Carl,\n" + answer.say()), by());

    assertThat(promises.believed(carl, new Ref.OfProject("CORA")))
        .hasValueSatisfying(told -> {
          assertThat(told.by()).isEqualTo(answer.by());
          assertThat(told.channel()).isEqualTo(Channel.MAIL);
          assertThat(told.toldTo().name()).isEqualTo("Carl " + mark);
          assertThat(told.forecast()).isEqualTo(answer.forecast());
        });
  }

  @Test
  void aStakeholderWhoReadsTheCardWasToldItsDateOnce() {
    Who reader = TestAccounts.in(context).account(Role.STAKEHOLDER);
    Browser browser = TestAccounts.in(context).signedIn(reader);
    browser.get("/p/CORA");
    browser.get("/p/CORA");

    Hearer known = hearers.withMail("", reader.email());
    assertThat(became(known)).hasSize(1);
    assertThat(promises.believed(known, new Ref.OfProject("CORA")))
        .hasValueSatisfying(told -> assertThat(told.channel()).isEqualTo(Channel.PAGE));
  }

  @Test
  void theGoToDecidesAndOthersDoNot() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    Drift line = linesOf(ruth).getFirst();
    Map<String, String> form = Map.of("version", Integer.toString(line.version()));
    String address = "/corrections/" + line.id();
    Browser agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    Browser boss = TestAccounts.in(context).signedIn(manager);

    assertThat(agent.post(address + "/approval", form).statusCode()).isEqualTo(403);
    assertThat(agent.post("/projects/CORA/corrections/approval", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(agent.get("/promises?words=" + mark).body()).contains("Ruth " + mark, "drifted");
    assertThat(boss.get("/corrections").body())
        .contains("Ruth " + mark, "Quay lights", "What they will read", "Approve");
    assertThat(boss.post(address + "/delay", form).statusCode()).isEqualTo(303);
    assertThat(boss.get("/corrections").body()).contains("put off until");
    assertThat(boss.post(address + "/approval", form).statusCode()).isEqualTo(303);
    assertThat(drifts.find(line.id()))
        .hasValueSatisfying(held -> assertThat(held.state()).isInstanceOf(Drift.State.Held.class));
    assertThat(boss.get("/").body()).contains("working day");
    assertThat(boss.get("/p/CORA").body()).contains("untold");
    assertThat(boss.get("/projects").body()).contains("untold");
  }

  @Test
  void programsListPromisesByProjectPersonAndState() {
    Hearer ruth = ruth();
    tooEarly(ruth, "CORA");
    drifting.check(List.of("CORA"));
    String token = TestAccounts.in(context).token(Role.HELP_DESK_AGENT);

    assertThat(api(token, "/api/v1/promises?project=CORA&person=" + ruth.id()))
        .contains("\"became\":\"drifted\"", "\"toldTo\":\"Ruth " + mark + "\"");
    assertThat(api(token, "/api/v1/promises?state=kept&person=" + ruth.id()))
        .contains("\"promises\":[]");
    assertThat(api(token, "/api/v1/projects/CORA/movement")).contains("\"movements\":[");
  }

  private String api(String token, String path) {
    Browser program = TestAccounts.in(context).anonymous();
    return program
        .send(program.request(path).header("Authorization", "Bearer " + token).GET())
        .body();
  }

  private Hearer ruth() {
    return hearers.withMail("Ruth " + mark, "ruth-" + mark + "@example.org");
  }

  private By by() {
    return new By("Åsa Agent", null, zone.instant());
  }

  /// They were told that it is done tomorrow; it takes two weeks.
  private Promise tooEarly(Hearer to, String project) {
    return tell(to, project, zone.today().plusDays(1));
  }

  private Promise tell(Hearer to, String ref, LocalDate by) {
    AskedAt asked = book.asked(manager);
    return promises.add(
        new Promise(
            UUID.randomUUID(),
            Ref.parse(ref).orElseThrow(),
            to,
            Channel.PHONE,
            by,
            "We expect this to be done tomorrow.",
            new Chance(8),
            null,
            AnswerState.FORECAST,
            asked.instant().truncatedTo(ChronoUnit.MICROS),
            "Kim Park",
            zone.id()),
        new AccountId(UUID.randomUUID()),
        null);
  }

  private List<Drift> linesOf(Hearer hearer) {
    return drifts.open(PROJECTS).stream()
        .filter(line -> line.hearer().id().equals(hearer.id()))
        .toList();
  }

  private boolean untold(String project) {
    return !drifts.untold(List.of(project)).isEmpty();
  }

  private List<PromiseState> became(Hearer hearer) {
    return ledger.page(new Ledger.Filter(PROJECTS, false, hearer.id(), "", null), null, 10).stream()
        .map(Ledger.Entry::state)
        .toList();
  }

  private List<String> letters(Hearer to) {
    return sql.sql("select text from messaging.letter where recipient = :mail")
        .param("mail", to.mail())
        .query((row, _) -> row.getString("text"))
        .list();
  }

  private String letterOf(Drift line) {
    return sql.sql("select letter from answers.drift where id = :id")
        .param("id", line.id())
        .query(String.class)
        .single();
  }
}
