package dev.linchpin.planning;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Rate;
import dev.linchpin.planning.HourlyRate.Whose;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/*
 * The engine knows one rate per person. It gets the one that holds on the day of the forecast; a
 * later one counts from its day on, in the forecasts of that day.
 */
/// What people's hours cost.
@Component
public class Rates {
  private final JdbcClient sql;
  private final People people;
  private final Audit audit;
  private final ForecastWishes wishes;

  public Rates(JdbcClient sql, People people, Audit audit, ForecastWishes wishes) {
    this.sql = sql;
    this.people = people;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// Everybody's first, then by title, then by person; of each the newest first.
  public List<HourlyRate> all() {
    return sql.sql(
            """
            select r.* from planning.rate r left join directory.person p on p.id = r.person
             order by r.person is not null, r.title is not null, r.title, p.name, r.person,
                      r.from_day desc\
            """)
        .query(Rates::rate)
        .list();
  }

  /// Keeps a rate; another one of the same people from the same day on is replaced.
  @Transactional
  public void put(HourlyRate rate, String by) {
    sql.sql(
            """
            insert into planning.rate (id, person, title, from_day, per_hour)
            values (:id, :person, :title, :from, :perHour)
            on conflict (person, title, from_day) do update set per_hour = excluded.per_hour\
            """)
        .param("id", rate.id())
        .param("person", rate.whose() instanceof Whose.One one ? one.person().value() : null)
        .param("title", rate.whose() instanceof Whose.Titled titled ? titled.title() : null)
        .param("from", rate.from())
        .param("perHour", rate.perHour())
        .update();
    told("set a rate", rate, by);
  }

  /// @return false when it is not there any more
  @Transactional
  public boolean remove(UUID id, String by) {
    Optional<HourlyRate> rate = all().stream().filter(one -> one.id().equals(id)).findFirst();
    rate.ifPresent(one -> {
      sql.sql("delete from planning.rate where id = :id").param("id", id).update();
      told("removed a rate", one, by);
    });
    return rate.isPresent();
  }

  private void told(String what, HourlyRate rate, String by) {
    audit.add(by, what, "rates", "from " + rate.from());
    wishes.add("rates changed");
  }

  /// What everybody in the plan costs on a day, as the engine takes it; who has no rate is missing.
  List<Rate> of(Plan plan, LocalDate day) {
    Known known = known(day);
    if (known.isEmpty()) {
      return List.of();
    }
    Map<String, String> titles = titles(plan);
    var rates = new ArrayList<Rate>();
    for (var person : plan.people()) {
      String id = person.id().value();
      Long perHour = known.of(id, titles.getOrDefault(id, ""));
      if (perHour != null) {
        rates.add(new Rate(person.id(), perHour));
      }
    }
    return rates;
  }

  /// What an hour of some people costs on any day.
  Dated dated(Set<PersonId> some) {
    var titles = new HashMap<PersonId, String>();
    people.all(some).values().forEach(person -> titles.put(person.id(), person.title()));
    return new Dated(all(), titles);
  }

  /// Rates with their days.
  ///
  /// @param all of the same people the newest first
  record Dated(List<HourlyRate> all, Map<PersonId, String> titles) {
    /// Hundredths an hour; 0 where no rate is known, as in forecasts.
    long perHour(PersonId person, LocalDate day) {
      String title = titles.getOrDefault(person, "");
      return newest(day, whose -> whose instanceof Whose.One it && it.person().equals(person))
          .or(() ->
              newest(day, whose -> whose instanceof Whose.Titled it && it.title().equals(title)))
          .or(() -> newest(day, whose -> whose instanceof Whose.Everybody))
          .orElse(0L);
    }

    private Optional<Long> newest(LocalDate day, Predicate<Whose> fits) {
      return all.stream()
          .filter(rate -> !rate.from().isAfter(day) && fits.test(rate.whose()))
          .map(HourlyRate::perHour)
          .findFirst();
    }
  }

  private Map<String, String> titles(Plan plan) {
    Set<PersonId> ids =
        plan.people().stream()
            .map(person -> person.id().value())
            .filter(id -> id.indexOf('/') < 0)
            .map(id -> new PersonId(UUID.fromString(id)))
            .collect(Collectors.toSet());
    return people.all(ids).values().stream()
        .collect(Collectors.toMap(person -> person.id().toString(), Person::title));
  }

  private Known known(LocalDate day) {
    var known = new Known(new HashMap<>(), new HashMap<>(), new ArrayList<>());
    for (HourlyRate rate : all()) { // the newest of each first
      if (!rate.from().isAfter(day)) {
        switch (rate.whose()) {
          case Whose.One one -> known.one().putIfAbsent(one.person().toString(), rate.perHour());
          case Whose.Titled it -> known.titled().putIfAbsent(it.title(), rate.perHour());
          case Whose.Everybody _ -> known.everybody().add(rate.perHour());
        }
      }
    }
    return known;
  }

  private record Known(Map<String, Long> one, Map<String, Long> titled, List<Long> everybody) {
    boolean isEmpty() {
      return one.isEmpty() && titled.isEmpty() && everybody.isEmpty();
    }

    @Nullable Long of(String person, String title) {
      Long own = one.get(person);
      Long ofTitle = own == null ? titled.get(title) : own;
      return ofTitle == null && !everybody.isEmpty() ? everybody.getFirst() : ofTitle;
    }
  }

  private static HourlyRate rate(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    String title = row.getString("title");
    return new HourlyRate(
        row.getObject("id", UUID.class),
        person != null
            ? new Whose.One(new PersonId(person))
            : title != null ? new Whose.Titled(title) : new Whose.Everybody(),
        row.getObject("from_day", LocalDate.class),
        row.getLong("per_hour"));
  }
}
