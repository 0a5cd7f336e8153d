package dev.linchpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.linchpin.access.Email;
import dev.linchpin.access.Role;
import dev.linchpin.access.Tokens;
import dev.linchpin.answers.CorrectionMail;
import dev.linchpin.answers.Drifting;
import dev.linchpin.answers.Promises;
import dev.linchpin.answers.Ref;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Leave;
import dev.linchpin.directory.LeaveId;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Subject;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Work;
import dev.linchpin.helpdesk.mail.LetterSender;
import dev.linchpin.helpdesk.mail.MailServer;
import dev.linchpin.helpdesk.mail.MailSettings;
import dev.linchpin.helpdesk.mail.Security;
import dev.linchpin.look.SampleServer;
import dev.linchpin.look.Visit;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.planning.Worker;
import dev.linchpin.platform.Zone;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole loop: three people are told a date by three channels, somebody falls ill, the date
/// moves, the go-to says yes, three mails leave, and everybody knows again.
class LoopTests {
  private static final String BY = "test";
  private static final ProjectKey KEY = new ProjectKey("LOOP");
  private static final String NAME = "Bridge camera renewal";
  private static final int TRIES = 40;

  private final SampleServer server = SampleOrganisation.server();
  private final MailSettings.Values settings = bean(MailSettings.class).get();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AfterEach
  void stop() {
    bean(MailSettings.class).put(settings);
    mail.stop();
  }

  @Test
  void everybodyWhoWasToldADateHearsWhenItMoves() throws Exception {
    mail.start();
    bean(MailSettings.class)
        .put(
            new MailSettings.Values(
                new MailServer("127.0.0.1", mail.getSmtp().getPort(), Security.NONE, "", ""),
                "support@lakeside.example",
                true,
                true,
                "",
                0,
                "127.0.0.1"));
    PersonId engineer = project();
    try (Visit visit = Visit.wide(server).signIn()) {
      Page page = visit.page();
      toldOnTheTelephone(page);
      toldOnATicket(page);
      toldByAProgram(page);

      fallsIll(engineer);

      page.navigate("/");
      assertThat(page.locator("main")).containsText("3 people believe");
      page.navigate("/corrections#" + KEY);
      Locator mine = page.locator("section#" + KEY);
      assertThat(mine.locator("article")).hasCount(3);
      assertThat(mine).containsText("There is less time for the work than we planned.");
      assertThat(mine).not().containsText(Pattern.compile("\\bill\\b|leave of|Nils"));
      mine.getByText("Approve all 3").click();
      assertThat(page.locator("main")).containsText("Approved: 3.");

      bean(CorrectionMail.class).send();
      bean(LetterSender.class).send();

      assertThat(arrived().keySet())
          .containsExactlyInAnyOrder(
              "carla@loop.example", "ticket@loop.example", "program@loop.example");
      assertThat(arrived().values())
          .allSatisfy(
              text -> assertThat(text).contains(NAME, "we told you", "We expect this to be done"));

      page.navigate("/p/" + KEY);
      assertThat(page.locator("main")).not().containsText("untold");
      page.navigate("/promises?project=" + KEY);
      assertThat(page.locator("tbody").first().locator("tr")).hasCount(6);
      assertThat(page.getByText("corrected", new Page.GetByTextOptions().setExact(true)))
          .hasCount(3);
      kept();
      page.navigate("/promises?project=" + KEY + "&state=kept");
      assertThat(page.locator("tbody").first().locator("tr")).hasCount(3);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void toldOnTheTelephone(Page page) {
    page.navigate("/p/" + KEY);
    page.getByLabel("Whom did you tell?").fill("Carla in Sales");
    page.getByLabel("Their e-mail, if you have it").fill("carla@loop.example");
    page.getByLabel("By phone").check();
    button(page, "I told them").click();
    assertThat(page.locator("main")).containsText("Carla in Sales");
  }

  /// One click puts the words into the answer.
  private void toldOnATicket(Page page) {
    page.navigate("/tickets/new");
    page.locator("#title").fill("When are the bridge cameras renewed?");
    page.locator("#caller").fill("ticket@loop.example");
    button(page, "Save and open").click();
    assertThat(page.locator("h1")).containsText("When are the bridge cameras renewed?");
    String number = page.url().replaceAll(".*/t/([^?#]*).*", "$1");
    bean(JdbcClient.class)
        .sql(
            """
            insert into helpdesk.ticket_link (ticket, kind, ref)
            select id, 'BELONGS_TO', 'LOOP' from helpdesk.ticket where number = :number\
            """)
        .param("number", number)
        .update();
    page.navigate("/t/" + number + "?reply=" + KEY + "#text");
    assertThat(page.locator("#text")).hasValue(Pattern.compile("We expect this"));
    button(page, "Save").first().click();
    assertThat(page.locator("main")).containsText("The caller was told");
  }

  private void toldByAProgram(Page page) {
    page.navigate("/p/" + KEY);
    String day = page.locator("input[name=by]").first().getAttribute("value");
    String token = bean(Tokens.class).create("loop", Role.HELP_DESK_AGENT, Duration.ofDays(1), BY);
    int status =
        page.request()
            .post(
                server.address() + "/api/v1/promises",
                RequestOptions.create()
                    .setHeader("Authorization", "Bearer " + token)
                    .setData(
                        Map.of(
                            "ref", "LOOP",
                            "toldTo", "A program",
                            "mail", "program@loop.example",
                            "channel", "chat",
                            "by", day)))
            .status();
    assertThat(status).isEqualTo(201);
  }

  /// For seven weeks from tomorrow on; the reason stays with the person.
  private void fallsIll(PersonId engineer) {
    var from = bean(Zone.class).today().plusDays(1);
    bean(Leaves.class)
        .add(
            Leave.of(
                new LeaveId(UUID.randomUUID()),
                engineer,
                new DayRange(from, from.plusWeeks(7)),
                Leave.Kind.AWAY),
            BY);
    bean(Forecasting.class).make();
    bean(Movements.class).explain(bean(Forecasts.class).standing(KEY).orElseThrow().id());
    bean(Drifting.class).checkAll();
  }

  /// Their day comes, and it is done.
  private void kept() {
    Promises promises = bean(Promises.class);
    promises.about(new Ref.OfProject(KEY.value())).stream()
        .limit(3)
        .forEach(told -> promises.judge(told, true, bean(Zone.class).instant()));
  }

  /// Text by recipient of the corrections in the mail server; a job may be sending them, too.
  private Map<String, String> arrived() throws Exception {
    var arrived = new HashMap<String, String>();
    for (int tries = 0; tries < TRIES && arrived.size() < 3; tries++) {
      for (MimeMessage one : mail.getReceivedMessages()) {
        if (one.getSubject().equals("A date that we told you has moved")) {
          arrived.put(one.getAllRecipients()[0].toString(), GreenMailUtil.getBody(one));
        }
      }
      mail.waitForIncomingEmail(500, mail.getReceivedMessages().length + 1);
    }
    return arrived;
  }

  private PersonId project() {
    var engineer = new PersonId(UUID.randomUUID());
    bean(People.class)
        .add(
            Person.of(engineer, "Nils Brandt", "nils@loop.example", bean(Sites.class).main().id()),
            BY);
    Projects projects = bean(Projects.class);
    var now = bean(Zone.class).instant();
    var project =
        projects
            .add(new NewProject(KEY, NAME, "", bean(Zone.class).id(), false), BY, now)
            .orElseThrow();
    projects.change(project, new ProjectState.Running(), BY);
    projects.check(projects.get(KEY), BY, now);
    PersonId goTo =
        bean(People.class).withEmail(new Email(SampleServer.EMAIL).value()).orElseThrow().id();
    bean(GoTos.class).put(new GoTo(Subject.project(KEY.value()), goTo, null), now, BY);
    bean(Plans.class)
        .save(
            ProjectPlan.of(
                KEY,
                List.of(
                    PlannedTask.task(
                        KEY,
                        1,
                        "Mount cameras",
                        new Work.Working(new Estimate.Single(Duration.ofHours(60))))),
                List.of(),
                List.of(new PlannedAssignment(1, new Worker.Known(engineer), 1))),
            BY);
    bean(Forecasting.class).make();
    return engineer;
  }

  private <T> T bean(Class<T> type) {
    return server.application().getBean(type);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}
