package dev.linchpin.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Subject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class DirectoryPagesTests {
  private static final Pattern NEXT = Pattern.compile("href=\"(/people[^\"]*after=[^\"]*)\"");

  @Autowired ApplicationContext context;
  @Autowired People people;
  @Autowired Sites sites;
  @Autowired Leaves leaves;
  @Autowired Services services;
  @Autowired GoTos goTos;

  private Browser manager;
  private Browser stakeholder;
  private Person jon;
  private Person ana;

  @BeforeEach
  void someOfEach() {
    TestAccounts accounts = TestAccounts.in(context);
    manager = accounts.signedIn(Role.PROJECT_MANAGER);
    stakeholder = accounts.signedIn(Role.STAKEHOLDER);
    jon = person("Jon " + unique());
    ana = person("Ana " + unique());
  }

  @Test
  void everyPageCanBeReadByAStakeholderAndOffersNoChange() {
    Service service = service();
    String person = "/people/" + jon.id();

    for (String page :
        List.of(
            "/people", person, "/departments", "/services", address(service), "/admin/calendar")) {
      HttpResponse<String> answer = stakeholder.get(page);
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(main(answer)).as(page).doesNotContain("method=\"post\"").contains("<h1>");
    }
  }

  @Test
  void whatAStakeholderSendsIsRefusedAndChangesNothing() {
    Service service = service();
    int before = people.all().size();
    String person = "/people/" + jon.id();

    for (String page :
        List.of(
            "/people",
            person + "/details",
            person + "/leave",
            "/departments",
            "/services",
            address(service) + "/details",
            address(service) + "/go-to",
            "/admin/calendar",
            "/admin/calendar/days",
            "/admin/calendar/sites")) {
      assertThat(stakeholder.post(page, Map.of("name", "Changed")).statusCode())
          .as(page)
          .isEqualTo(403);
    }
    assertThat(people.all()).hasSize(before);
    assertThat(people.find(jon.id())).contains(jon);
    assertThat(goTos.current(service.subject())).isEmpty();
  }

  @Test
  void aPersonIsAddedAndFoundInSpiteOfATypingMistake() {
    String name = "Wilhelmine " + unique();

    HttpResponse<String> added = manager.post("/people", form(name, name + "@example.org"));

    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(manager.get(location(added)).body()).contains(name + " is added.");
    assertThat(manager.get("/people?words=" + name.replace(" ", "+")).body()).contains(name);
    assertThat(manager.get("/people?words=Wilhelmina").body()).contains(name);
    assertThat(manager.get("/people?words=nobodyofthatname").body()).contains("Nothing found");
  }

  @Test
  void behindTwoHundredPeopleTheListGoesOn() {
    String crowd = "Crowd" + unique().replace(" ", "");
    for (int i = 0; i < 205; i++) {
      person("%s %03d".formatted(crowd, i));
    }
    String first = manager.get("/people?words=" + crowd).body();
    Matcher next = NEXT.matcher(first);

    assertThat(first).contains(crowd + " 199", "1 to 200 of 205").doesNotContain(crowd + " 200");
    assertThat(next.find()).isTrue();
    assertThat(manager.get(next.group(1).replace("&amp;", "&")).body())
        .contains(crowd + " 200", crowd + " 204", "201 to 205 of 205")
        .doesNotContain(crowd + " 199");
  }

  @Test
  void aFormWithProblemsComesBackWithWhatWasTyped() {
    Map<String, String> form = form("", "no-address");
    form.put("week", "sometimes");

    HttpResponse<String> answer = manager.post("/people", form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("There is a problem", "Enter the name.", "asa@example.org", "value=\"sometimes\"")
        .contains("<title>Error: Add a person");
  }

  @Test
  void theSecondOfTwoEditorsSeesBothValuesAndLosesNothing() {
    Map<String, String> first = form(jon.name(), "");
    first.put("title", "Engineer");
    Map<String, String> second = form(jon.name(), "");
    second.put("title", "Architect");
    String address = "/people/" + jon.id() + "/details";

    assertThat(manager.post(address, first).statusCode()).isEqualTo(303);
    HttpResponse<String> refused = manager.post(address, second);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Architect", "Engineer", "name=\"version\" value=\"1\"");
    second.put("version", "1");
    assertThat(manager.post(address, second).statusCode()).isEqualTo(303);
    assertThat(people.find(jon.id()).orElseThrow().title()).isEqualTo("Architect");
  }

  @Test
  void leaveIsAddedRemovedAndTakenBack() {
    String page = "/people/" + jon.id();
    Map<String, String> form =
        Map.of("first", "2100-03-08", "last", "2100-03-12", "kind", "TRAINING", "standIn", id(ana));

    assertThat(manager.post(page + "/leave", form).statusCode()).isEqualTo(303);
    assertThat(manager.post(page + "/leave", form).body()).contains("There is leave from");
    assertThat(manager.get(page).body()).contains("8 Mar 2100", "Training", ana.name());

    var leave = leaves.of(jon.id()).getFirst();
    HttpResponse<String> wrongPerson =
        manager.post("/people/" + ana.id() + "/leave/" + leave.id() + "/removal", Map.of());
    assertThat(wrongPerson.statusCode()).isEqualTo(404);

    manager.post(page + "/leave/" + leave.id() + "/removal", Map.of());
    assertThat(leaves.of(jon.id())).isEmpty();
    String undo = undo(manager.get(page));
    assertThat(manager.post(undo, Map.of()).statusCode()).isEqualTo(303);
    assertThat(leaves.of(jon.id()))
        .singleElement()
        .satisfies(again -> {
          assertThat(again.days()).isEqualTo(leave.days());
          assertThat(again.standIn()).isEqualTo(ana.id());
        });
  }

  @Test
  void theGoToIsNamedAndTheStandInIsAnotherPerson() {
    Service service = service();
    String page = address(service);
    assertThat(manager.get(page).body()).contains("Nobody is named as go-to yet.");

    assertThat(goTo(page, id(jon), id(jon), "0").body())
        .contains("The stand-in is never the go-to");
    assertThat(goTo(page, id(jon), "", "0").statusCode()).isEqualTo(303);
    assertThat(goTos.gaps())
        .filteredOn(gap -> gap.title().equals(service.name()))
        .extracting(GoTos.Gap::words)
        .containsExactly("has no stand-in");
    assertThat(manager.get("/people").body()).contains("without a stand-in");
    HttpResponse<String> late = goTo(page, id(ana), "", "0");

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains(jon.name(), ana.name());
    assertThat(manager.get("/people/" + jon.id()).body()).contains(service.name());
    assertThat(goTos.current(service.subject()).orElseThrow().goTo()).isEqualTo(jon.id());
  }

  @Test
  void departmentsAndServicesAreAddedOnce() {
    String name = "Department " + unique();
    assertThat(manager.post("/departments", Map.of("name", name)).statusCode()).isEqualTo(303);
    assertThat(manager.post("/departments", Map.of("name", name)).body()).contains("Enter another");

    var service = Map.of("name", "Printers", "key", unique(), "description", "Paper");
    assertThat(manager.post("/services", service).statusCode()).isEqualTo(303);
    assertThat(manager.post("/services", service).statusCode()).isEqualTo(422);
    assertThat(manager.get("/services").body()).contains("Printers", "Nobody yet");
  }

  @Test
  void anotherSiteHasHolidaysOfItsOwn() {
    Map<String, String> form = new HashMap<>();
    form.put("name", "Site " + unique());
    form.put("country", "ES");
    form.put("part", "DE-BY");
    form.put("zone", "Europe/Madrid");
    form.put("week", "Mon-Fri 8-15");
    assertThat(manager.post("/admin/calendar/sites", form).body())
        .contains("Choose a part of Spain, or the whole country.");

    form.put("part", "");
    HttpResponse<String> added = manager.post("/admin/calendar/sites", form);

    assertThat(manager.get(location(added)).body())
        .contains("Public holidays are those of Spain", "Mon–Fri 08:00–15:00", "Next days off");
  }

  @Test
  void anAddressThatNamesNobodyIsNotThere() {
    assertThat(manager.get("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(manager.get("/services/no-such-service").statusCode()).isEqualTo(404);
    assertThat(manager.get("/people/nobody").statusCode()).isBetween(400, 404);
  }

  private Person person(String name) {
    var person = Person.of(new PersonId(UUID.randomUUID()), name, "", sites.main().id());
    people.add(person, "test");
    return person;
  }

  private Service service() {
    String key = unique();
    var service = Service.of(new ServiceId(UUID.randomUUID()), key, "Service " + key, "");
    services.add(service, "test");
    assertThat(service.subject()).isEqualTo(Subject.service(key));
    return service;
  }

  private HttpResponse<String> goTo(String page, String goTo, String standIn, String seen) {
    return manager.post(page + "/go-to", Map.of("goTo", goTo, "standIn", standIn, "seen", seen));
  }

  private Map<String, String> form(String name, String email) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "email",
            email.replace(" ", ""),
            "site",
            sites.main().id().toString(),
            "version",
            "0"));
  }

  private static String id(Person person) {
    return person.id().toString();
  }

  private static String address(Service service) {
    return service.subject().address();
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static String main(HttpResponse<String> answer) {
    return answer.body().replaceAll("(?s).*<main(.*)</main>.*", "$1");
  }

  private static String undo(HttpResponse<String> page) {
    return page.body()
        .replaceAll(
            "(?s).*<form action=\"([^\"]*)\""
                + " method=\"post\">[^/]*?<input[^>]*>\\s*<button[^>]*>Undo.*",
            "$1")
        .replace("&amp;", "&");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
