package dev.linchpin.helpdesk.levels;

import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Site;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.directory.WorkingTimeChanged;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Targets;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketListener;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.platform.Zone;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/*
 * The targets stand on the row of the ticket, so that lists sort by them and a job finds what is
 * near by an index. They are written in the transaction of each change, from the whole history: the
 * same history gives the same targets, whatever came first.
 *
 * What all of them depend on (service levels, hours, holidays) has a count. When it goes up, a job
 * looks at the open tickets with an older count, a batch at a time, on any node.
 */
/// Keeps the targets of tickets up to date.
@Component
public class TargetKeeper implements TicketListener {
  static final int BATCH = 200;

  /// Looked at beyond the time that is asked for; then at least an hour a day must count.
  private static final int DAYS_AHEAD = 90;

  private final JdbcClient sql;
  private final ServiceLevels levels;
  private final Sites sites;
  private final WorkingTime workingTime;
  private final Zone zone;

  TargetKeeper(
      JdbcClient sql, ServiceLevels levels, Sites sites, WorkingTime workingTime, Zone zone) {
    this.sql = sql;
    this.levels = levels;
    this.sites = sites;
    this.workingTime = workingTime;
    this.zone = zone;
  }

  @Override
  public void changed(long id) {
    if (levels.any() || hasTargets(id)) {
      look(id, levels.all(), levels.count());
    }
  }

  @EventListener
  void on(WorkingTimeChanged told) {
    levels.countUp();
  }

  /// Looks at open tickets whose targets depend on what changed.
  ///
  /// @return how many; fewer than a batch when it was the last
  @Transactional
  public int catchUp() {
    int count = levels.count();
    List<Long> behind =
        sql.sql(
                """
                select id from helpdesk.ticket
                 where source = :here and state not in ('RESOLVED', 'CLOSED')
                   and level_count < :count
                 order by level_count, id limit :batch for update skip locked\
                """)
            .param("here", Ticket.HERE)
            .param("count", count)
            .param("batch", BATCH)
            .query((row, number) -> row.getLong("id"))
            .list();
    List<ServiceLevel> all = levels.all();
    behind.forEach(id -> look(id, all, count));
    return behind.size();
  }

  private boolean hasTargets(long id) {
    return sql.sql(
            """
            select answer_left is not null or resolve_left is not null
              from helpdesk.ticket where id = :id\
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// The deadlines of a ticket as its history says now; empty for one that was not opened here.
  Optional<Deadlines> deadlines(long id) {
    return story(id).map(story -> deadlines(story, levels.all()));
  }

  /// The service level a ticket has now.
  Optional<ServiceLevel> level(long id) {
    return story(id).flatMap(story -> level(story.last(), levels.all()));
  }

  private void look(long id, List<ServiceLevel> all, int count) {
    Story story = story(id).orElse(null);
    if (story == null) {
      return;
    }
    Deadlines deadlines = deadlines(story, all);
    Targets targets = deadlines.targets();
    Instant next =
        level(story.last(), all).flatMap(level -> nextStep(id, level, deadlines)).orElse(null);
    put(id, targets, next, count);
  }

  /// Of the rules whose step was not made yet, the one that is reached first.
  private Optional<Instant> nextStep(long id, ServiceLevel level, Deadlines deadlines) {
    List<String> made = made(id);
    Instant first = null;
    for (Goal goal : Goal.values()) {
      for (EscalationRule rule : level.rules()) {
        Instant at = deadlines.reached(goal, rule.moment()).orElse(null);
        boolean open = !made.contains(goal.name() + " " + rule.text());
        if (open && at != null && (first == null || at.isBefore(first))) {
          first = at;
        }
      }
    }
    return Optional.ofNullable(first);
  }

  /// The steps of a ticket that were made: "ANSWER 75% queue".
  List<String> made(long id) {
    return sql.sql("select goal, moment, tell from helpdesk.escalation where ticket = :id")
        .param("id", id)
        .query((row, number) ->
            row.getString("goal")
                + " "
                + new EscalationRule(
                        EscalationMoment.parse(row.getString("moment")),
                        EscalationRule.Tell.valueOf(row.getString("tell")))
                    .text())
        .list();
  }

  private void put(long id, Targets targets, @Nullable Instant next, int count) {
    var params = new HashMap<String, @Nullable Object>();
    put(params, "answer", targets.answer());
    put(params, "resolve", targets.resolve());
    sql.sql(
            """
            update helpdesk.ticket
               set answer_due = :answerDue, answer_met = :answerMet, answer_left = :answerLeft,
                   resolve_due = :resolveDue, resolve_met = :resolveMet,
                   resolve_left = :resolveLeft, next_step = :next, level_count = :count
             where id = :id\
            """)
        .params(params)
        .param("next", next == null ? null : Timestamp.from(next))
        .param("count", count)
        .param("id", id)
        .update();
  }

  private static void put(
      Map<String, @Nullable Object> params, String which, @Nullable Target target) {
    params.put(which + "Due", target == null ? null : timestamp(target.due()));
    params.put(which + "Met", target == null ? null : timestamp(target.met()));
    params.put(which + "Left", target == null ? null : Math.toIntExact(target.left().toSeconds()));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  /// What a ticket's targets follow from.
  private record Story(List<State> states, @Nullable Instant answered) {
    State last() {
      return states.getLast();
    }
  }

  private record State(Instant at, TicketState state, @Nullable UUID service, String priority) {}

  /// One field that changed.
  private record Row(Instant at, String field, String key, String said) {}

  private Optional<Story> story(long id) {
    Optional<LocalDateTime> opened =
        sql.sql("select opened from helpdesk.ticket where id = :id and source = :here")
            .param("id", id)
            .param("here", Ticket.HERE)
            .query(LocalDateTime.class)
            .optional();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows =
        sql.sql(
                """
                select at, field, becomes, becomes_said, step from helpdesk.history
                 where ticket = :id and (step = 1 or field in ('STATE', 'PRIORITY', 'SERVICE'))
                 order by step, id\
                """)
            .param("id", id)
            .query((row, number) ->
                new Row(
                    row.getTimestamp("at").toInstant(),
                    row.getString("field"),
                    row.getString("becomes"),
                    row.getString("becomes_said")))
            .list();
    Instant answered =
        sql.sql(
                """
                select min(at) from helpdesk.message where ticket = :id and kind = 'ANSWER'\
                """)
            .param("id", id)
            .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
            .single()
            .map(Timestamp::toInstant)
            .orElse(null);
    return Optional.of(new Story(states(opened.get(), rows), answered));
  }

  private List<State> states(LocalDateTime opened, List<Row> rows) {
    var states = new ArrayList<State>();
    var state = new State(opened(opened, rows), TicketState.NEW, null, "");
    states.add(state);
    for (Row row : rows) {
      Instant at = row.at().isBefore(state.at()) ? state.at() : row.at();
      UUID service = state.service();
      TicketState stands = state.state();
      String priority = state.priority();
      switch (row.field()) {
        case "STATE" -> stands = TicketState.valueOf(row.key().split("\\|", -1)[0]);
        case "SERVICE" -> service = row.key().isEmpty() ? null : UUID.fromString(row.key());
        case "PRIORITY" -> priority = row.said();
        default -> {}
      }
      // What was said when it was opened holds from its opening on.
      boolean first = states.size() == 1 && rows.getFirst().at().equals(row.at());
      state = new State(first ? states.getFirst().at() : at, stands, service, priority);
      if (first || state.at().equals(states.getLast().at())) {
        states.set(states.size() - 1, state);
      } else {
        states.add(state);
      }
    }
    return states;
  }

  /// In the night the clock goes back an hour comes twice: the history knows which one it was.
  private Instant opened(LocalDateTime opened, List<Row> rows) {
    ZoneId here = zone.id();
    boolean knows =
        !rows.isEmpty()
            && LocalDateTime.ofInstant(rows.getFirst().at(), here).withNano(0).equals(opened);
    return knows ? rows.getFirst().at() : opened.atZone(here).toInstant();
  }

  private Deadlines deadlines(Story story, List<ServiceLevel> all) {
    var hours = new HashMap<UUID, ServiceHours>();
    LocalDate from = LocalDate.ofInstant(story.states().getFirst().at(), zone.id()).minusDays(1);
    LocalDate until =
        LocalDate.ofInstant(story.last().at(), zone.id()).plusDays(DAYS_AHEAD + longest(all));
    List<Moment> moments =
        story.states().stream()
            .map(state ->
                new Moment(
                    state.at(),
                    state.state(),
                    level(state, all)
                        .flatMap(level -> terms(level, state, hours, from, until))
                        .orElse(null)))
            .toList();
    return Deadlines.of(moments, story.answered());
  }

  private static long longest(List<ServiceLevel> all) {
    return all.stream()
        .flatMap(level -> level.times().values().stream())
        .map(times -> Objects.requireNonNullElse(times.resolve(), Duration.ZERO))
        .mapToLong(Duration::toHours)
        .max()
        .orElse(0);
  }

  private static Optional<ServiceLevel> level(State state, List<ServiceLevel> all) {
    ServiceId service = state.service() == null ? null : new ServiceId(state.service());
    return all.stream()
        .filter(level -> level.service() != null && level.service().equals(service))
        .findFirst()
        .or(() -> all.stream().filter(level -> level.service() == null).findFirst());
  }

  private Optional<Terms> terms(
      ServiceLevel level,
      State state,
      Map<UUID, ServiceHours> hours,
      LocalDate from,
      LocalDate until) {
    return Priority.of(state.priority())
        .flatMap(priority -> Optional.ofNullable(level.times().get(priority)))
        .map(times ->
            new Terms(
                times.answer(),
                times.resolve(),
                hours.computeIfAbsent(level.id(), _ -> hours(level, from, until)),
                level.vendorPauses()));
  }

  private ServiceHours hours(ServiceLevel level, LocalDate from, LocalDate until) {
    if (level.site() == null) {
      return ServiceHours.ALWAYS;
    }
    Site site = sites.find(level.site()).orElseThrow();
    return new ServiceHours(workingTime.zone(site), workingTime.calendar(site, from, until), until);
  }
}
