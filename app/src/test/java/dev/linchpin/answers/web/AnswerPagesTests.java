package dev.linchpin.answers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Sites;
import dev.linchpin.forecast.Progress;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.TestProjects;
import dev.linchpin.platform.Zone;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class AnswerPagesTests {
  private static final String BY = "test";
  private static final String OPEN = "ANSA";
  private static final String SECRET = "ANSB";
  private static final String ATTACK = "<script>alert(1)</script>";
  private static final Pattern DOUBT = Pattern.compile("/doubts/([0-9a-f-]{36})/settlement");

  @Autowired ApplicationContext context;
  @Autowired Projects projects;
  @Autowired Plans plans;
  @Autowired People people;
  @Autowired Sites sites;
  @Autowired GoTos goTos;
  @Autowired Forecasting forecasting;
  @Autowired Zone zone;
  @Autowired JdbcClient sql;

  @BeforeEach
  void twoProjects() {
    if (projects.find(new ProjectKey(OPEN)).isPresent()) {
      return;
    }
    TestProjects.in(context).running(OPEN, "Aurora lighthouse renewal", false);
    TestProjects.in(context).running(SECRET, "Hidden merger " + ATTACK, true);
    forecasting.make(zone.now());
  }

  @Test
  void theCardSaysWhenAndWhoToAsk() {
    HttpResponse<String> page = agent().get("/p/" + OPEN);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("When will it be done?", "It will most likely be done", "in 10.")
        .contains("Nora " + OPEN, "What you can say", "You will hear from us again on")
        .contains("20 equally likely end dates");
  }

  @Test
  void everyPageSaysTheSameDateInTheSameWords() {
    String card = agent().get("/p/" + OPEN).body();
    Matcher date = Pattern.compile("most likely be done (?:by|in) <strong>([^<]*)").matcher(card);
    assertThat(date.find()).isTrue();
    String said = date.group(1);
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);

    for (String page : List.of("/", "/projects", "/ask?q=" + OPEN)) {
      assertThat(manager.get(page).body()).as(page).contains(said, "on track");
    }
    for (String tab : List.of("/plan", "/forecast")) {
      assertThat(manager.get("/projects/" + OPEN + tab).body())
          .as(tab)
          .contains("It will most likely be done", said + ". The chance is about", "on track");
    }
  }

  @Test
  void whileAForecastIsMadeItsPageRenewsItselfUntilItIsThere() {
    TestProjects.in(context).running("ANSR", "Roof antenna", false);
    String page = "/projects/ANSR/forecast";
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    assertThat(manager.get(page).body()).contains("forecast is being made", "every 2s");

    forecasting.make(zone.now());

    assertThat(manager.get(page).body()).doesNotContain("every 2s");
  }

  @Test
  void whenEveryTaskIsDoneItSaysWhoHasToCloseIt() {
    String key = "ANSC";
    TestProjects.in(context).running(key, "Harbour lamp swap", false);
    var ref = new ProjectKey(key);
    for (PlannedTask task : plans.tasks(ref)) {
      plans.progress(task, new Progress.Done(zone.now().minusDays(3), zone.now().minusDays(2)), BY);
    }
    forecasting.make(zone.now());

    assertThat(agent().get("/p/" + key).body())
        .contains("work done", "All its tasks are <strong>done</strong>, the last one on ")
        .contains("Nora ANSC now has to say that it is finished.")
        .doesNotContain("midday");
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    assertThat(manager.get("/projects/ANSC/plan").body()).contains("now has to say");
  }

  @Test
  void aProjectThatIsMarkedAsDisputedSaysWhereToTakeThatBack() {
    String key = "ANSD";
    TestProjects.in(context).running(key, "Pier crane repair", false);
    projects.change(
        projects.get(new ProjectKey(key)),
        new ProjectState.Disputed("the crane is too small", zone.today()),
        BY);
    forecasting.make(zone.now());
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);

    assertThat(manager.get("/p/" + key).body())
        .contains("but evidence speaks against it: the crane is too small.")
        .contains("The project is marked as disputed", "/projects/ANSD/plan\">on its plan");
    assertThat(agent().get("/p/" + key).body()).doesNotContain("on its plan");
  }

  @Test
  void askFindsItWithTypingErrorsAndTheAnswerIsReadableInTheList() {
    assertThat(agent().get("/ask?q=auorra+lighthose").body())
        .contains("Aurora lighthouse renewal", "It will most likely be done");
    assertThat(agent().get("/ask?q=" + OPEN.toLowerCase(java.util.Locale.ROOT)).body())
        .contains("Aurora lighthouse renewal");
  }

  @Test
  void whatWasAskedLastIsShownFirst() {
    Browser agent = agent();
    agent.get("/p/" + OPEN);

    assertThat(agent.get("/ask").body()).contains("You asked last", "Aurora lighthouse renewal");
  }

  @Test
  void nothingFoundOffersWhatIsNear() {
    assertThat(agent().get("/ask?q=lighthouse+4711").body()).contains("Nothing found for");
  }

  @Test
  void aProjectOneMayNotReadAnswersLikeOneThatIsNotThere() {
    String stakeholder = TestAccounts.in(context).token(Role.STAKEHOLDER);
    HttpResponse<String> hidden = api(stakeholder, "/api/v1/answers/" + SECRET);
    HttpResponse<String> absent = api(stakeholder, "/api/v1/answers/ANSX");

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(hidden.body().replace(SECRET, "ANSX")).isEqualTo(absent.body());
    assertThat(api(stakeholder, "/api/v1/answers?q=hidden+merger").body())
        .isEqualTo("{\"answers\":[]}");
    assertThat(api(stakeholder, "/api/v1/answers/" + SECRET + "-2").statusCode()).isEqualTo(404);
  }

  @Test
  void namesAreShownAsText() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);

    assertThat(manager.get("/p/" + SECRET).body()).contains("Hidden merger").doesNotContain(ATTACK);
    assertThat(manager.get("/ask?q=hidden+merger").body()).doesNotContain(ATTACK);
    assertThat(manager.get("/ask?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
        .doesNotContain(ATTACK);
  }

  @Test
  void programsReadTheSameAnswer() {
    String token = TestAccounts.in(context).token(Role.HELP_DESK_AGENT);
    String one = api(token, "/api/v1/answers/" + OPEN).body();

    assertThat(one)
        .startsWith("{\"answers\":[{\"ref\":\"" + OPEN + "\",\"title\":\"Aurora")
        .contains("\"state\":\"forecast\"", "\"goTo\":{\"name\":\"Nora " + OPEN + "\"")
        .contains("\"standIn\":null", "\"forecast\":\"");
    assertThat(api(token, "/api/v1/answers?q=aurora").body()).contains("\"ref\":\"" + OPEN + "\"");
    assertThat(api(token, "/api/v1/answers/" + OPEN + "-2").body()).contains("Aurora");
  }

  @Test
  void aPromiseIsKeptOnceAndFoundAgain() {
    String token = TestAccounts.in(context).token(Role.HELP_DESK_AGENT);
    String body = promise(OPEN, "Mia in Sales", "phone", zone.today().plusDays(30).toString());

    HttpResponse<String> first = post(token, body, "key-1");
    HttpResponse<String> again = post(token, body, "key-1");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body()).contains("\"toldTo\":\"Mia in Sales\"", "\"channel\":\"phone\"");
    assertThat(again.body()).isEqualTo(first.body());
    String location = first.headers().firstValue("Location").orElseThrow();
    assertThat(api(token, location).body()).isEqualTo(first.body());
    assertThat(agent().get("/p/" + OPEN).body()).contains("Mia in Sales");
    Browser stakeholder = TestAccounts.in(context).signedIn(Role.STAKEHOLDER);
    assertThat(stakeholder.get("/p/" + OPEN).body()).doesNotContain("Mia in Sales");
  }

  @Test
  void aPromiseThatCannotBeKeptSaysWhichFieldIsWrong() {
    String token = TestAccounts.in(context).token(Role.HELP_DESK_AGENT);
    String day = zone.today().plusDays(3).toString();

    HttpResponse<String> nobody = post(token, promise(OPEN, " ", "phone", day), null);
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(nobody.body()).contains("\"field\":\"toldTo\"", "Enter who was told");
    assertThat(post(token, promise(OPEN, "Mia", "pigeon", day), null).body())
        .contains("\"field\":\"channel\"");
    assertThat(post(token, promise(OPEN, "Mia", "chat", "soon"), null).body())
        .contains("\"field\":\"by\"");
    assertThat(post(token, promise("", "Mia", "chat", day), null).body())
        .contains("\"field\":\"ref\"");
    assertThat(post(token, promise("ANSX", "Mia", "chat", day), null).statusCode()).isEqualTo(404);
    String auditor = TestAccounts.in(context).token(Role.AUDITOR);
    assertThat(post(auditor, promise(OPEN, "Mia", "chat", day), null).statusCode()).isEqualTo(403);
  }

  @Test
  void aDoubledClickIsOnePromise() {
    Browser agent = agent();
    agent.get("/p/" + OPEN);
    String to = "Caller " + UUID.randomUUID();
    Map<String, String> form =
        Map.of(
            "toldTo",
            to,
            "channel",
            "mail",
            "by",
            zone.today().plusDays(20).toString(),
            "once",
            UUID.randomUUID().toString());

    assertThat(agent.post("/p/" + OPEN + "/promises", form).statusCode()).isEqualTo(303);
    assertThat(agent.post("/p/" + OPEN + "/promises", form).statusCode()).isEqualTo(303);

    assertThat(
            sql.sql(
                    "select count(*) from answers.promise join answers.hearer on hearer.id ="
                        + " promise.hearer where name = :to")
                .param("to", to)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(agent.post("/p/" + OPEN + "/promises", Map.of("toldTo", "")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void whileADoubtIsOpenNoDateIsNamed() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    String milestone = "/p/" + OPEN + "-2";
    manager.get(milestone);

    assertThat(manager.post(milestone + "/doubts", Map.of("text", " ")).statusCode())
        .isEqualTo(422);
    assertThat(manager.post(milestone + "/doubts", Map.of("text", "The lamp broke.")).statusCode())
        .isEqualTo(303);
    String disputed = manager.get(milestone).body();
    assertThat(disputed)
        .contains("but evidence speaks against it: The lamp broke. Do not promise a date.");
    Matcher doubt = DOUBT.matcher(disputed);
    assertThat(doubt.find()).isTrue();
    String settlement = "/doubts/" + doubt.group(1) + "/settlement";
    assertThat(agent().post(settlement, Map.of("text", "Fine")).statusCode()).isEqualTo(403);
    assertThat(manager.post(settlement, Map.of("text", "A new one came.")).statusCode())
        .isEqualTo(303);

    assertThat(manager.get(milestone).body())
        .contains("It will most likely be done")
        .doesNotContain("The lamp broke");
  }

  private Browser agent() {
    return TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
  }

  private HttpResponse<String> api(String token, String path) {
    Browser program = TestAccounts.in(context).anonymous();
    return program.send(program.request(path).header("Authorization", "Bearer " + token).GET());
  }

  private HttpResponse<String> post(
      String token, String body, @org.jspecify.annotations.Nullable String key) {
    Browser program = TestAccounts.in(context).anonymous();
    var request =
        program
            .request("/api/v1/promises")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return program.send(key == null ? request : request.header("Idempotency-Key", key));
  }

  private static String promise(String ref, String toldTo, String channel, String by) {
    return "{\"ref\":\"%s\",\"toldTo\":\"%s\",\"channel\":\"%s\",\"by\":\"%s\"}"
        .formatted(ref, toldTo, channel, by);
  }
}
