package dev.linchpin.helpdesk;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps tickets that another tool tells: a number that is known is brought up to date, a new one
/// is added, and nothing is ever there twice. A field that somebody changed here stays as it is.
@Component
public class TicketKeeper {
  private static final int CHUNK = 2_000;

  private final JdbcClient sql;
  private final People people;
  private final Services services;
  private final TicketTable table;
  private final Touches touches;

  TicketKeeper(
      JdbcClient sql, People people, Services services, TicketTable table, Touches touches) {
    this.sql = sql;
    this.people = people;
    this.services = services;
    this.table = table;
    this.touches = touches;
  }

  /// What came of it.
  public record Kept(int added, int changed) {}

  /// Keeps all, or nothing; names are looked up in the directory.
  ///
  /// @param source the tool they come from: numbers are unique within it
  @Transactional
  public Kept addAll(String source, List<TicketRecord> tickets) {
    return addAll(source, tickets, matches(source, tickets), Assumptions.USUAL);
  }

  /// @param persons who each name in the tickets is; remembered for the next import
  @Transactional
  public Kept addAll(
      String source,
      List<TicketRecord> all,
      Map<String, Optional<PersonId>> persons,
      Assumptions assumptions) {
    remember(source, persons);
    List<TicketRecord> tickets = once(all);
    var spent = new HoursSpent(assumptions);
    Map<String, UUID> byName = servicesByName();
    int added = 0;
    for (int from = 0; from < tickets.size(); from += CHUNK) {
      List<TicketRecord> chunk = tickets.subList(from, Math.min(tickets.size(), from + CHUNK));
      added += add(source, chunk, persons, byName, spent);
    }
    return new Kept(added, tickets.size() - added);
  }

  private static List<TicketRecord> once(List<TicketRecord> tickets) {
    var byNumber = new LinkedHashMap<String, TicketRecord>();
    tickets.forEach(ticket -> byNumber.put(ticket.number(), ticket));
    return List.copyOf(byNumber.values());
  }

  /// Who each name in the tickets is: as remembered, else by e-mail or name in the directory.
  public Map<String, Optional<PersonId>> matches(String source, List<TicketRecord> tickets) {
    var byKey = new HashMap<String, PersonId>();
    for (Person person : people.all()) {
      byKey.putIfAbsent(NameKey.of(person.name()), person.id());
      byKey.putIfAbsent(person.email().toLowerCase(Locale.ROOT), person.id());
    }
    Map<String, Optional<PersonId>> known = remembered(source);
    var matches = new LinkedHashMap<String, Optional<PersonId>>();
    for (TicketRecord ticket : tickets) {
      for (Touch touch : ticket.touches()) {
        match(touch.assignee(), known, byKey, matches);
      }
      match(ticket.assignee(), known, byKey, matches);
    }
    return matches;
  }

  private static void match(
      String name,
      Map<String, Optional<PersonId>> known,
      Map<String, PersonId> byKey,
      Map<String, Optional<PersonId>> matches) {
    if (name.isEmpty() || matches.containsKey(name)) {
      return;
    }
    Optional<PersonId> remembered = known.get(name);
    PersonId byEmail = byKey.get(name.toLowerCase(Locale.ROOT));
    PersonId found = byEmail != null ? byEmail : byKey.get(NameKey.of(name));
    matches.put(name, remembered != null ? remembered : Optional.ofNullable(found));
  }

  private Map<String, Optional<PersonId>> remembered(String source) {
    var known = new HashMap<String, Optional<PersonId>>();
    sql.sql("select name, person from helpdesk.assignee where source = :source")
        .param("source", source)
        .query(row -> {
          UUID person = row.getObject("person", UUID.class);
          known.put(row.getString("name"), Optional.ofNullable(person).map(PersonId::new));
        });
    return known;
  }

  private void remember(String source, Map<String, Optional<PersonId>> persons) {
    List<Map.Entry<String, Optional<PersonId>>> entries = List.copyOf(persons.entrySet());
    sql.sql(
            """
            insert into helpdesk.assignee (source, name, person)
            select :source, name, person
              from unnest(cast(:names as text[]), cast(:persons as uuid[])) as new (name, person)
            on conflict (source, name) do update set person = excluded.person\
            """)
        .param("source", source)
        .param("names", texts(entries, Map.Entry::getKey))
        .param("persons", texts(entries, entry -> text(entry.getValue().orElse(null))))
        .update();
  }

  private int add(
      String source,
      List<TicketRecord> chunk,
      Map<String, Optional<PersonId>> persons,
      Map<String, UUID> byName,
      HoursSpent spent) {
    var ids = new HashMap<String, Long>();
    var added = new ArrayList<Long>();
    sql.sql(UPSERT)
        .param("source", source)
        .param("numbers", texts(chunk, TicketRecord::number))
        .param("titles", texts(chunk, TicketRecord::title))
        .param("descriptions", texts(chunk, TicketRecord::description))
        .param("states", texts(chunk, ticket -> ticket.state().name()))
        .param("opened", texts(chunk, ticket -> ticket.opened().toString()))
        .param("resolved", texts(chunk, ticket -> text(ticket.resolved())))
        .param("closed", texts(chunk, ticket -> text(ticket.closed())))
        .param("callers", texts(chunk, TicketRecord::caller))
        .param("assignees", texts(chunk, TicketRecord::assignee))
        .param("persons", texts(chunk, ticket -> person(persons, ticket.assignee())))
        .param("teams", texts(chunk, TicketRecord::team))
        .param("categories", texts(chunk, TicketRecord::category))
        .param("services", texts(chunk, ticket -> text(service(byName, ticket))))
        .param("serviceNames", texts(chunk, TicketRecord::service))
        .param("priorities", texts(chunk, TicketRecord::priority))
        .param("logged", texts(chunk, ticket -> seconds(ticket.logged())))
        .param("handled", texts(chunk, ticket -> Long.toString(Math.round(60 * spent.add(ticket)))))
        .param("touches", texts(chunk, ticket -> Integer.toString(ticket.touches().size())))
        .query(row -> {
          ids.put(row.getString("number"), row.getLong("id"));
          if (row.getBoolean("added")) {
            added.add(row.getLong("id"));
          }
        });
    addTouches(chunk, ids);
    recount(ids);
    return added.size();
  }

  /// Work that was done here counts beside what the file tells.
  private void recount(Map<String, Long> ids) {
    sql.sql(
            """
            select distinct ticket from helpdesk.touch
             where ticket = any(:ids) and home is not null\
            """)
        .param("ids", ids.values().toArray(Long[]::new))
        .query(Long.class)
        .list()
        .forEach(id -> touches.recount(table.get(id)));
  }

  private static final String UPSERT =
      """
      insert into helpdesk.ticket as t
             (source, number, title, description, state, opened, resolved, closed, caller,
              assignee, person, team, category, service, service_name, priority,
              logged_seconds, handled_seconds, touches)
      select :source, new.*
        from unnest(cast(:numbers as text[]), cast(:titles as text[]),
                    cast(:descriptions as text[]), cast(:states as text[]),
                    cast(:opened as timestamp[]), cast(:resolved as timestamp[]),
                    cast(:closed as timestamp[]), cast(:callers as text[]),
                    cast(:assignees as text[]), cast(:persons as uuid[]),
                    cast(:teams as text[]), cast(:categories as text[]),
                    cast(:services as uuid[]), cast(:serviceNames as text[]),
                    cast(:priorities as text[]), cast(:logged as bigint[]),
                    cast(:handled as bigint[]), cast(:touches as int[])) as new
      on conflict (source, number) do update
         set title = case when 'TITLE' = any(t.own)
                  then t.title else excluded.title end,
             description = excluded.description,
             state = case when 'STATE' = any(t.own)
                  then t.state else excluded.state end,
             opened = excluded.opened,
             resolved = case when 'STATE' = any(t.own)
                  then t.resolved else excluded.resolved end,
             closed = case when 'STATE' = any(t.own)
                  then t.closed else excluded.closed end,
             caller = case when 'CALLER' = any(t.own)
                  then t.caller else excluded.caller end,
             assignee = case when 'ASSIGNEE' = any(t.own)
                  then t.assignee else excluded.assignee end,
             person = case when 'ASSIGNEE' = any(t.own)
                  then t.person else excluded.person end,
             team = case when 'QUEUE' = any(t.own)
                  then t.team else excluded.team end,
             category = excluded.category,
             service = case when 'SERVICE' = any(t.own)
                  then t.service else excluded.service end,
             service_name = case when 'SERVICE' = any(t.own)
                  then t.service_name else excluded.service_name end,
             priority = case when 'PRIORITY' = any(t.own)
                  then t.priority else excluded.priority end,
             logged_seconds = excluded.logged_seconds,
             handled_seconds = excluded.handled_seconds,
             touches = excluded.touches
      returning id, number, xmax = 0 as added\
      """;

  private record Step(long ticket, Touch touch) {}

  private void addTouches(List<TicketRecord> chunk, Map<String, Long> ids) {
    sql.sql("delete from helpdesk.touch where ticket = any(:ids) and home is null")
        .param("ids", ids.values().toArray(Long[]::new))
        .update();
    List<Step> steps =
        chunk.stream()
            .flatMap(ticket ->
                ticket.touches().stream().map(touch -> new Step(id(ids, ticket.number()), touch)))
            .toList();
    sql.sql(
            """
            insert into helpdesk.touch (ticket, at, assignee, team, logged_seconds)
            select * from unnest(cast(:tickets as bigint[]), cast(:at as timestamp[]),
                                 cast(:assignees as text[]), cast(:teams as text[]),
                                 cast(:logged as bigint[]))\
            """)
        .param("tickets", texts(steps, step -> Long.toString(step.ticket())))
        .param("at", texts(steps, step -> step.touch().at().toString()))
        .param("assignees", texts(steps, step -> step.touch().assignee()))
        .param("teams", texts(steps, step -> step.touch().team()))
        .param("logged", texts(steps, step -> seconds(step.touch().logged())))
        .update();
  }

  private Map<String, UUID> servicesByName() {
    var byName = new HashMap<String, UUID>();
    for (Service service : services.all()) {
      byName.put(service.name().toLowerCase(Locale.ROOT), service.id().value());
      byName.put(service.key().toLowerCase(Locale.ROOT), service.id().value());
    }
    return byName;
  }

  private static @Nullable UUID service(Map<String, UUID> byName, TicketRecord ticket) {
    UUID service = byName.get(ticket.service().toLowerCase(Locale.ROOT));
    return service != null ? service : byName.get(ticket.category().toLowerCase(Locale.ROOT));
  }

  private static @Nullable String person(Map<String, Optional<PersonId>> persons, String name) {
    return text(persons.getOrDefault(name, Optional.empty()).orElse(null));
  }

  private static long id(Map<String, Long> ids, String number) {
    return Objects.requireNonNull(ids.get(number));
  }

  private static @Nullable String seconds(@Nullable Duration time) {
    return time == null ? null : Long.toString(time.toSeconds());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> @Nullable String[] texts(List<T> things, Function<T, @Nullable String> field) {
    @Nullable String[] texts = new String[things.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = field.apply(things.get(i));
    }
    return texts;
  }
}
