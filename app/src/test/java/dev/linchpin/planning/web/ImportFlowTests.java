package dev.linchpin.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.planning.Forecasting;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class ImportFlowTests {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired ApplicationContext context;
  @Autowired Projects projects;
  @Autowired Plans plans;
  @Autowired People people;
  @Autowired Forecasts forecasts;
  @Autowired Forecasting forecasting;

  @Test
  void aPlanIsReadShownSavedAndForecast() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    String report = upload(manager, plan("Floor 3", "Install switches"), "");

    String page = manager.get(report).body();
    assertThat(page).contains("Install switches", "Jon Importer", "Save the plan");
    assertThat(projects.find(new ProjectKey("FLR3"))).isEmpty();

    HttpResponse<String> saved =
        manager.post(
            report + "/plan",
            Map.of("target", "new", "name", "Floor 3", "key", "FLR3", "who-0", "new"));
    assertThat(saved.statusCode()).isEqualTo(303);

    assertThat(forecasting.make()).isNotInstanceOf(Forecasting.Made.Failed.class);
    assertThat(forecasts.latest("FLR3")).isPresent();
    assertThat(people.named("Jon Importer")).hasSize(1);
    assertThat(manager.get("/projects/FLR3/plan").body())
        .contains("Install switches", "Jon Importer", "<svg");
    assertThat(manager.get("/projects/FLR3/forecast").body()).contains("20 equally likely");
    assertThat(manager.get("/projects/FLR3/tasks/1").body()).contains("How far is it?");
    assertThat(manager.get("/projects").body()).contains("Floor 3");
  }

  @Test
  void twoWhoConfirmAtOnceSaveItOnce() throws Exception {
    TestAccounts accounts = TestAccounts.in(context);
    Browser one = accounts.signedIn(Role.PROJECT_MANAGER);
    Browser other = accounts.signedIn(Role.PROJECT_MANAGER);
    String report = upload(one, plan("Twice", "Install routers"), "");
    other.get(report);
    Map<String, String> form = Map.of("target", "new", "name", "Twice", "key", "TWICE");

    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Integer> first = () -> one.post(report + "/plan", form).statusCode();
      Callable<Integer> second = () -> other.post(report + "/plan", form).statusCode();
      for (Future<Integer> answer : threads.invokeAll(List.of(first, second))) {
        assertThat(answer.get()).isEqualTo(303);
      }
    }

    assertThat(plans.tasks(new ProjectKey("TWICE"))).hasSize(2);
    assertThat(one.get(report).body()).contains("This file is already there.");
  }

  @Test
  void aReplacedPlanKeepsTheNumbersOfLinesThatAreStillThere() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    String first = upload(manager, plan("Old", "Order cables"), "");
    manager.post(first + "/plan", Map.of("target", "new", "name", "Old", "key", "OLD"));
    PlannedTask done = milestone("OLD");

    String second = upload(manager, plan("Old", "Order fibres"), "OLD");
    manager.post(second + "/plan", Map.of("target", "OLD"));

    assertThat(milestone("OLD").number()).isEqualTo(done.number());
    assertThat(plans.tasks(new ProjectKey("OLD")))
        .extracting(PlannedTask::name)
        .contains("Order fibres")
        .doesNotContain("Order cables");
  }

  @Test
  void aFileThatIsNoPlanIsRefusedInASentence() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);

    HttpResponse<String> answer = send(manager, "this is no plan", "");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("There is a problem");
  }

  @Test
  void aStakeholderMayNotImport() {
    Browser stakeholder = TestAccounts.in(context).signedIn(Role.STAKEHOLDER);

    assertThat(stakeholder.get("/projects/imports/new").statusCode()).isEqualTo(403);
    assertThat(stakeholder.post("/projects", Map.of("name", "Mine")).statusCode()).isEqualTo(403);
  }

  @Test
  void aConfidentialProjectLooksLikeNoneToOthers() {
    TestAccounts accounts = TestAccounts.in(context);
    Who who = accounts.account(Role.PROJECT_MANAGER);
    var secret = new NewProject(new ProjectKey("HUSH"), "Office move", "", ZoneId.of("UTC"), true);
    projects.add(secret, who.name(), java.time.Instant.EPOCH);
    Browser agent = accounts.signedIn(Role.HELP_DESK_AGENT);

    assertThat(agent.get("/projects/HUSH/plan").statusCode()).isEqualTo(404);
    assertThat(agent.get("/projects").body()).doesNotContain("Office move");
    assertThat(agent.post("/projects/HUSH/check", Map.of()).statusCode()).isEqualTo(404);
    assertThat(accounts.signedIn(who).get("/projects/HUSH/plan").statusCode()).isEqualTo(200);
  }

  @Test
  void aProjectStartsWithANameAndIsPutOnHold() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    manager.get("/projects/new");

    HttpResponse<String> started = manager.post("/projects", Map.of("name", "Zebra printers"));
    String plan = started.headers().firstValue("location").orElseThrow();
    assertThat(started.statusCode()).isEqualTo(303);
    assertThat(plan).endsWith("/projects/ZEB/plan");

    assertThat(manager.post("/projects/ZEB/running", Map.of()).statusCode()).isEqualTo(303);
    manager.post("/projects/ZEB/hold", Map.of("reviewOn", "2027-06-01"));

    assertThat(manager.get(plan).body()).contains("on hold", "looked at again on 1 June");
  }

  @Test
  void aTaskThatIsReportedDoneIsDone() {
    Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
    String report = upload(manager, plan("Done", "Test printers"), "");
    manager.post(report + "/plan", Map.of("target", "new", "name", "Done", "key", "DONE"));
    var key = new ProjectKey("DONE");
    PlannedTask task = plans.tasks(key).getFirst();
    String address = "/projects/DONE/tasks/" + task.number();

    Map<String, String> tomorrow = Map.of("version", "1", "doneOn", "2999-01-01");
    assertThat(manager.post(address + "/progress", tomorrow).statusCode()).isEqualTo(422);
    Map<String, String> before = Map.of("version", "1", "doneOn", "2026-01-05");
    assertThat(manager.post(address + "/progress", before).statusCode()).isEqualTo(303);

    assertThat(plans.task(task.ref()).orElseThrow().isDone()).isTrue();
  }

  private PlannedTask milestone(String key) {
    return plans.tasks(new ProjectKey(key)).stream()
        .filter(PlannedTask::isMilestone)
        .findFirst()
        .orElseThrow();
  }

  private static String upload(Browser browser, String plan, String into) {
    HttpResponse<String> answer = send(browser, plan, into);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String address = answer.headers().firstValue("location").orElseThrow();
    return address.replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
  }

  private static HttpResponse<String> send(Browser browser, String plan, String into) {
    Matcher token = TOKEN.matcher(browser.get("/projects/imports/new").body());
    assertThat(token.find()).isTrue();
    String body =
        part("_csrf\"", token.group(1))
            + part("into\"", into)
            + part("file\"; filename=\"plan.xml\"\r\nContent-Type: text/xml", plan)
            + "--edge--\r\n";
    return browser.send(
        browser
            .request("/projects/imports")
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String part(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + value + "\r\n";
  }

  /// A plan of one task that one person does, and a milestone after it.
  private static String plan(String name, String task) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Project xmlns="http://schemas.microsoft.com/project">
      <Name>%s</Name><Title>%s</Title>
      <StartDate>2027-01-11T08:00:00</StartDate>
      <MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek>
      <Tasks>
        <Task><UID>1</UID><ID>1</ID><Name>%s</Name><OutlineNumber>1</OutlineNumber>
          <OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration>
          <DurationFormat>7</DurationFormat>
          <Start>2027-01-11T08:00:00</Start><Finish>2027-01-15T17:00:00</Finish></Task>
        <Task><UID>2</UID><ID>2</ID><Name>Live</Name><OutlineNumber>2</OutlineNumber>
          <OutlineLevel>1</OutlineLevel><Milestone>1</Milestone>
          <Duration>PT0H0M0S</Duration><DurationFormat>7</DurationFormat>
          <Start>2027-01-15T17:00:00</Start><Finish>2027-01-15T17:00:00</Finish>
          <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type>
          </PredecessorLink></Task>
      </Tasks>
      <Resources>
        <Resource><UID>1</UID><ID>1</ID><Name>Jon Importer</Name><Type>1</Type></Resource>
      </Resources>
      <Assignments>
        <Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>
          <Units>1</Units><Work>PT40H0M0S</Work></Assignment>
      </Assignments>
    </Project>
    """
        .formatted(name, name, task);
  }
}
