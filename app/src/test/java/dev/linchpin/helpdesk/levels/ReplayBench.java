package dev.linchpin.helpdesk.levels;

import dev.linchpin.App;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.levels.RealEvents.Event;
import dev.linchpin.platform.postgres.EmbeddedPostgres;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Replays public logs of incidents, event by event in the order of time, through the help desk and
/// a database that keeps what it says it keeps, as fast as it goes; prints how many times faster
/// than life, and what became of reassignment, reopening and service levels. `bin/bench replay
/// DATA_DIR [EVENTS]` runs it.
final class ReplayBench {
  private static final Map<String, List<Grade>> PRIORITIES =
      Map.of(
          "critical", List.of(Grade.HIGH, Grade.HIGH),
          "high", List.of(Grade.HIGH, Grade.MEDIUM),
          "normal", List.of(Grade.MEDIUM, Grade.MEDIUM),
          "low", List.of(Grade.LOW, Grade.LOW));

  private final ConfigurableApplicationContext context;
  private final AtomicReference<Instant> now;
  private final TicketDesk desk;
  private final JdbcClient sql;
  private final Map<String, QueueId> queues = new HashMap<>();
  private final Map<String, Known> known = new HashMap<>();
  private int refused;

  /// A ticket as its last event left it.
  private record Known(Ticket ticket, Event last) {}

  private ReplayBench(ConfigurableApplicationContext context, AtomicReference<Instant> now) {
    this.context = context;
    this.now = now;
    desk = context.getBean(TicketDesk.class);
    sql = context.getBean(JdbcClient.class);
  }

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    int most = args.length > 1 ? Integer.parseInt(args[1]) : Integer.MAX_VALUE;
    for (RealEvents.Log log : RealEvents.Log.values()) {
      List<Event> events =
          log.read(data.resolve(log.file())).stream()
              .sorted(Comparator.comparing(Event::at))
              .limit(most)
              .toList();
      var now = new AtomicReference<>(events.getFirst().at());
      Path home = Files.createTempDirectory("linchpin-replay-");
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
          ConfigurableApplicationContext context = start(postgres.address(), home, now::get)) {
        new ReplayBench(context, now).replay(log, events);
      }
    }
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(
      JdbcAddress address, Path home, InstantSource clock) {
    String db =
        address
            .url()
            .replace(
                "jdbc:postgresql://",
                "postgresql://" + address.user() + ":" + address.password() + "@");
    var spring = new SpringApplication(App.class);
    spring.addInitializers((GenericApplicationContext bare) ->
        bare.registerBean(
            "clockOfTheLog", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)));
    return spring.run("--linchpin.db=" + db, "--linchpin.data=" + home, "--server.port=0");
  }

  private void replay(RealEvents.Log log, List<Event> events) {
    ServiceLevel proposed = ServiceLevel.proposed(context.getBean(Sites.class).main().id());
    context
        .getBean(ServiceLevels.class)
        .add(
            new ServiceLevel(
                UUID.randomUUID(), null, proposed.site(), true, proposed.times(), List.of(), 0),
            "bench");
    long[] nanos = new long[events.size()];
    long begun = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      take(events.get(i));
      nanos[i] = System.nanoTime() - start;
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Arrays.sort(nanos);
    Duration span = Duration.between(events.getFirst().at(), events.getLast().at());
    System.out.printf(
        "log=%s events=%d tickets=%d days=%d seconds=%.0f times_life=%.0f p50_ms=%.1f p95_ms=%.1f"
            + " refused=%d%n",
        log,
        nanos.length,
        known.size(),
        span.toDays(),
        seconds,
        span.toSeconds() / seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 95 / 100] / 1e6,
        refused);
    figures(log);
  }

  private void take(Event event) {
    Known before = known.get(event.ticket());
    Instant at =
        before == null || event.at().isAfter(before.last().at()) ? event.at() : before.last().at();
    now.set(at.isAfter(now.get()) ? at : now.get());
    var by = new By("replay", null, at);
    List<Grade> grades = grades(event);
    Ticket ticket =
        before == null
            ? desk.open(
                NewTicket.of(event.ticket(), "bench")
                    .prioritised(grades.getFirst(), grades.getLast())
                    .in(queue(event.team())),
                by)
            : before.ticket();
    Event last =
        before == null
            ? new Event(event.ticket(), at, TicketState.NEW, event.priority(), event.team())
            : before.last();
    for (Change change : changes(last, event)) {
      refused += desk.change(ticket, change, by) instanceof Changing.Refused ? 1 : 0;
    }
    known.put(
        event.ticket(),
        new Known(
            ticket, new Event(event.ticket(), at, event.state(), event.priority(), event.team())));
  }

  private List<Change> changes(Event last, Event event) {
    var changes = new ArrayList<Change>();
    boolean reopens = !last.state().isOpen() && event.state().isOpen();
    if (reopens) {
      changes.add(new Change.Reopen());
    }
    if (!last.priority().equals(event.priority())) {
      List<Grade> grades = grades(event);
      changes.add(new Change.Prioritise(grades.getFirst(), grades.getLast()));
    }
    if (!last.team().equals(event.team()) && !event.team().equals("?")) {
      changes.add(new Change.Move(queue(event.team())));
    }
    if (last.state() != event.state()) {
      switch (event.state()) {
        case WAITING_FOR_CALLER -> changes.add(new Change.Wait(false));
        case WAITING_FOR_VENDOR -> changes.add(new Change.Wait(true));
        case RESOLVED -> changes.add(new Change.Resolve("Done."));
        case CLOSED -> {
          if (last.state().isOpen()) {
            changes.add(new Change.Resolve("Done."));
          }
          changes.add(new Change.Close());
        }
        default -> {
          if (!reopens) {
            changes.add(new Change.Begin());
          }
        }
      }
    }
    return changes;
  }

  private static List<Grade> grades(Event event) {
    return PRIORITIES.getOrDefault(event.priority(), List.of(Grade.MEDIUM, Grade.MEDIUM));
  }

  private QueueId queue(String team) {
    return queues.computeIfAbsent(
        team,
        name -> {
          var queue =
              new Queue(
                  new QueueId(UUID.randomUUID()), "Team " + name, Set.of(), Set.of(), false, 0);
          context.getBean(Queues.class).add(queue, "bench");
          return queue.id();
        });
  }

  private void figures(RealEvents.Log log) {
    String figures =
        sql.sql(
                """
                select format(
                  'handed_over=%s reopened=%s paused=%s resolved=%s in_time=%s',
                  (select count(*) from helpdesk.history
                    where field = 'QUEUE' and was <> '' and becomes <> ''),
                  (select count(distinct ticket) from helpdesk.history
                    where field = 'STATE' and (was like 'RESOLVED|%' or was like 'CLOSED|%')
                      and not (becomes like 'RESOLVED|%' or becomes like 'CLOSED|%')),
                  (select count(distinct ticket) from helpdesk.history
                    where field = 'STATE' and becomes like 'WAITING%'),
                  (select count(*) from helpdesk.ticket where resolve_met is not null),
                  (select count(*) from helpdesk.ticket where resolve_met <= resolve_due))\
                """)
            .query(String.class)
            .single();
    System.out.println("log=" + log + " " + figures);
  }
}
