package dev.linchpin.helpdesk.levels.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.levels.LevelWorld;
import dev.linchpin.helpdesk.levels.Rota;
import dev.linchpin.helpdesk.levels.Rotas;
import dev.linchpin.helpdesk.levels.ServiceLevel;
import dev.linchpin.helpdesk.levels.ServiceLevels;
import dev.linchpin.platform.Zone;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class LevelPagesTests {
  @Autowired ApplicationContext context;
  @Autowired ServiceLevels levels;
  @Autowired Rotas rotas;
  @Autowired Zone zone;

  private LevelWorld world;
  private Browser admin;
  private Browser agent;
  private Service service;

  @BeforeEach
  void people() {
    world = new LevelWorld(context);
    admin = TestAccounts.in(context).signedIn(Role.ADMIN);
    agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    service = world.service("Lifts " + System.identityHashCode(this));
  }

  private Map<String, String> form(String answer, String resolve, String steps) {
    return Map.of(
        "service",
        service.key(),
        "hours",
        "",
        "vendor",
        "no",
        "answer",
        answer,
        "resolve",
        resolve,
        "steps",
        steps,
        "version",
        "0");
  }

  private ServiceLevel level() {
    return levels.all().stream()
        .filter(one -> service.id().equals(one.service()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aServiceLevelIsAddedChangedAndRemovedOnItsPages() {
    HttpResponse<String> added =
        admin.post("/tickets/levels", form("15m,1h,,", "2h,8h,24h,40h", "60% queue"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    ServiceLevel level = level();
    assertThat(Objects.requireNonNull(level.times().get(Priority.CRITICAL)).answer())
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(Objects.requireNonNull(level.times().get(Priority.NORMAL)).answer()).isNull();
    assertThat(level.vendorPauses()).isFalse();
    assertThat(agent.get("/tickets/levels").body())
        .contains(service.name(), "critical: answer in 15m, resolve in 2h", "around the clock");

    String address = "/tickets/levels/" + level.id();
    var change = new HashMap<>(form("15m,1h,,", "2h,8h,24h,30h", "30m on call"));
    change.put("version", Integer.toString(level.version()));
    assertThat(admin.post(address, change).statusCode()).isEqualTo(303);
    assertThat(admin.get(address).body()).contains("30m on call").doesNotContain("60% queue");
    HttpResponse<String> late = admin.post(address, change);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("Somebody changed it meanwhile");

    assertThat(admin.post("/tickets/levels", form("1h,,,", "", "")).body())
        .contains("problem", service.name());
    assertThat(admin.post(address + "/removal", Map.of()).statusCode()).isEqualTo(303);
    assertThat(admin.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsWrongWithAServiceLevelIsSaidBesideItsFieldAndKept() {
    HttpResponse<String> no =
        admin.post("/tickets/levels", form("soon,1h,,", "2h,8h,24h,40h", "75% everybody"));

    assertThat(no.statusCode()).isEqualTo(422);
    assertThat(no.body())
        .contains("answer-critical-problem", "value=\"soon\"", "“everybody” is none of them.");
    assertThat(admin.post("/tickets/levels", form(",,,", ",,,", "")).body())
        .contains("Enter a time for at least one priority.");
  }

  @Test
  void agentsReadServiceLevelsAndChangeNone() {
    ServiceLevel level = world.level(service);
    String address = "/tickets/levels/" + level.id();

    assertThat(agent.get(address).body()).contains("disabled").doesNotContain(">Save<");
    assertThat(agent.post(address, form("1h,,,", "", "")).statusCode()).isIn(403, 404);
    assertThat(agent.get("/tickets/levels/new").statusCode()).isIn(403, 404);
    assertThat(agent.get("/tickets/levels/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void whoIsOnCallIsSetByAnAdminAndSwappedByAnybodyAtTheDesk() {
    Person asa = world.person("Åsa On Call");
    Person bo = world.person("Bo On Call");
    Queue queue = world.queue(service, asa, bo);
    String address = "/tickets/queues/" + queue.id() + "/on-call";
    assertThat(agent.get(address).body()).contains("Nobody is on call for this queue.");

    String first = zone.today().minusDays(1).toString();
    var form =
        Map.of(
            "people",
            asa.email() + "\n" + bo.email(),
            "first",
            first,
            "handOver",
            "09:00",
            "version",
            "0");
    assertThat(admin.post(address, form).statusCode()).isEqualTo(303);
    assertThat(agent.get(address).body()).contains("Åsa On Call is on call until", "Then it is Bo");
    HttpResponse<String> late = admin.post(address, form);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("Somebody changed it meanwhile");

    String today = zone.today().toString();
    var swap = Map.of("person", bo.email(), "begins", today + "T00:00", "ends", today + "T23:59");
    HttpResponse<String> swapped = agent.post(address + "/swaps", swap);
    assertThat(swapped.statusCode()).as(swapped.body()).isEqualTo(303);
    assertThat(agent.get(address).body()).contains("swapped", "Remove the swap from");
    Rota.Swap kept = rotas.find(queue.id()).orElseThrow().swaps().getFirst();
    String removal = address + "/swaps/" + kept.id() + "/removal";
    assertThat(agent.post(removal, Map.of()).statusCode()).isEqualTo(303);
    assertThat(agent.post(removal, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsWrongWithTheRotaIsSaidBesideItsFieldAndKept() {
    Queue queue = world.queue(service, world.person("Cy On Call"));
    String address = "/tickets/queues/" + queue.id() + "/on-call";

    HttpResponse<String> no =
        admin.post(
            address,
            Map.of(
                "people", "nobody-" + queue.id() + "@nowhere.example",
                "first", "soon",
                "handOver", "9",
                "version", "0"));
    assertThat(no.statusCode()).isEqualTo(422);
    assertThat(no.body())
        .contains("people-problem", "first-problem", "handOver-problem", "nobody-" + queue.id())
        .contains("Enter the time of the hand-over, like 09:00.");
    HttpResponse<String> swap =
        agent.post(address + "/swaps", Map.of("person", "me", "begins", "x", "ends", "y"));
    assertThat(swap.body()).contains("Say first who is on call week by week.");
    assertThat(agent.post(address, Map.of("people", "x")).statusCode()).isIn(403, 404);
  }
}
