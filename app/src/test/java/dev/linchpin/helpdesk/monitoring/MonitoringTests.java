package dev.linchpin.helpdesk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.Service;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.levels.LevelWorld;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class MonitoringTests {
  @Autowired ApplicationContext context;
  @Autowired Monitors monitors;
  @Autowired Deliveries deliveries;
  @Autowired Tickets tickets;
  @Autowired JdbcClient sql;

  private final HttpClient client = HttpClient.newHttpClient();
  private LevelWorld world;
  private Service service;
  private String name;
  private String token;

  @BeforeEach
  void aMonitor() {
    world = new LevelWorld(context);
    service = world.service("Doors");
    name = "Monitor " + UUID.randomUUID();
    token = monitors.make(name, service.id(), "test");
  }

  @AfterEach
  void close() {
    client.close();
  }

  private int send(String to, String body) {
    var address = TestAccounts.in(context).home().resolve("/hooks/monitoring/" + to);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String news(String key, String state, String time, String severity) {
    return """
    {"key": "%s", "state": "%s", "title": "%s fails", "severity": "%s",
     "at": "2027-03-01T%sZ"}\
    """
        .formatted(key, state, key, severity, time);
  }

  /// Waits for the other worker too: what it holds is locked, not lost.
  private void work() {
    do {
      deliveries.work();
    } while (waiting() > 0);
  }

  private int waiting() {
    return sql.sql(
            """
            select count(*) from helpdesk.delivery join helpdesk.monitor on monitor.id = monitor
             where name = :name and done_at is null and tries < 3\
            """)
        .param("name", name)
        .query(Integer.class)
        .single();
  }

  private List<Ticket> opened() {
    return sql.sql(
            """
            select distinct ticket.number from helpdesk.episode
              join helpdesk.monitor on monitor.id = monitor
              join helpdesk.ticket on ticket.id = ticket
             where name = :name order by ticket.number\
            """)
        .param("name", name)
        .query((row, number) -> tickets.find(row.getString("number")).orElseThrow())
        .list();
  }

  @Test
  void aCheckThatFailsOpensATicketAndResolvesItWhenItIsFine() {
    Queue queue = world.queue(service);
    assertThat(send(token, news("disk", "problem", "09:00:00", "critical"))).isEqualTo(202);
    work();
    Ticket ticket = opened().getFirst();
    assertThat(ticket.title()).isEqualTo("disk fails");
    assertThat(ticket.priority()).isEqualTo("critical");
    assertThat(ticket.queue()).isEqualTo(queue.id());

    send(token, news("disk", "ok", "09:30:00", ""));
    work();
    Ticket now = opened().getFirst();
    assertThat(now.state()).isEqualTo(TicketState.RESOLVED);
    assertThat(now.outcome()).contains("fine again");
  }

  @Test
  void aCheckThatFlapsIsOneTicketWithoutAStormOfMessages() {
    for (int i = 0; i < 12; i++) {
      send(token, news("flap", "problem", "09:%02d:00".formatted(4 * i), "warning"));
      send(token, news("flap", "ok", "09:%02d:00".formatted(4 * i + 2), "warning"));
    }
    work();

    assertThat(opened()).hasSize(1);
    Ticket ticket = opened().getFirst();
    assertThat(deliveries.about(ticket).orElseThrow()).contains("flap failed 12 times since");
    assertThat(
            sql.sql("select count(*) from helpdesk.message where ticket = :id")
                .param("id", ticket.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void reorderedAndRepeatedDeliveriesEndInTheSameState() {
    List<String> inOrder =
        List.of(
            news("a", "problem", "09:00:00", "warning"),
            news("a", "ok", "09:10:00", ""),
            news("a", "problem", "09:20:00", "critical"),
            news("a", "ok", "09:30:00", ""),
            news("b", "problem", "09:05:00", "info"),
            news("c", "problem", "09:00:00", "high"),
            news("c", "ok", "09:01:00", ""),
            news("c", "problem", "12:00:00", "high"));
    inOrder.forEach(body -> assertThat(send(token, body)).isEqualTo(202));
    work();
    String expected = state();
    assertThat(expected).contains("a|").contains("RESOLVED").contains("OPEN");

    for (int seed = 1; seed <= 4; seed++) {
      aMonitor();
      var shuffled = new ArrayList<String>();
      Collections.nCopies(3, inOrder).forEach(shuffled::addAll);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(body -> send(token, body));
      work();
      assertThat(state()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  /// New and open is the same here: which of the two it is says whether anybody looked.
  private String state() {
    return String.join(
        "\n",
        sql.sql(
                """
                select key || '|' || begins || '|' || coalesce(ends::text, '') || '|' || problems
                       || '|' || episode.severity || '|' || episode.title || '|'
                       || replace(state, 'NEW', 'OPEN') || '|' || priority || '|'
                       || case when state = 'RESOLVED' then outcome else '' end as line
                  from helpdesk.episode join helpdesk.monitor on monitor.id = monitor
                  join helpdesk.ticket on ticket.id = ticket
                 where name = :name order by key, begins\
                """)
            .param("name", name)
            .query((row, number) -> row.getString("line"))
            .list());
  }

  @Test
  void fiftyParallelDeliveriesOfOneKeyMakeOneTicket() throws Exception {
    Callable<Integer> one =
        () -> {
          int status = send(token, news("many", "problem", "09:00:00", "high"));
          deliveries.work();
          return status;
        };
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (Future<Integer> sent : threads.invokeAll(Collections.nCopies(50, one))) {
        assertThat(sent.get()).isEqualTo(202);
      }
    }
    work();
    assertThat(opened()).hasSize(1);
  }

  @Test
  void whatPeopleDidStaysUntilTheCheckItselfChanges() {
    send(token, news("hand", "problem", "09:00:00", "high"));
    work();
    Ticket ticket = opened().getFirst();
    world.change(
        ticket,
        java.time.Instant.parse("2027-03-01T09:05:00Z"),
        new dev.linchpin.helpdesk.Change.Resolve("Known, comes from the backup."));

    send(token, news("hand", "problem", "09:10:00", "high"));
    work();
    assertThat(opened().getFirst().state()).isEqualTo(TicketState.RESOLVED);

    send(token, news("hand", "ok", "09:15:00", ""));
    send(token, news("hand", "problem", "09:20:00", "high"));
    work();
    assertThat(opened().getFirst().state()).isEqualTo(TicketState.OPEN);
  }

  @Test
  void onlyATokenThatWorksOpensTheDoorAndOnlyForWhatCanBeRead() {
    String good = news("door", "problem", "09:00:00", "high");
    assertThat(send("nothing", good)).isEqualTo(404);
    assertThat(send(token, "{\"state\": \"problem\"}")).isEqualTo(422);
    assertThat(send(token, " ".repeat(1_000_001))).isEqualTo(413);
    Monitors.Monitor monitor =
        monitors.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    assertThat(monitor.problem()).contains("Send \"key\"");

    assertThat(monitors.revoke(monitor.id(), "test")).isTrue();
    assertThat(send(token, good)).isEqualTo(404);
    assertThat(opened()).isEmpty();
  }

  @Test
  void whoSendsTooMuchInAMinuteIsAskedToWait() {
    var at = java.time.Instant.parse("2027-03-01T09:00:10Z");
    for (int i = 0; i < Monitors.DELIVERIES_PER_MINUTE; i++) {
      assertThat(monitors.enter(token, at)).isInstanceOf(Monitors.Entry.Open.class);
    }
    assertThat(monitors.enter(token, at)).isInstanceOf(Monitors.Entry.TooMany.class);
    assertThat(monitors.enter(token, at.plusSeconds(60))).isInstanceOf(Monitors.Entry.Open.class);
  }
}
