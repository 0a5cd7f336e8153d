package dev.linchpin.helpdesk.reports;

import dev.linchpin.directory.Crew;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.helpdesk.reports.DeskReports.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which part of people's working hours tickets took: the handled time of the tickets that ended,
/// over the working hours without leave.
@Repository
public class UnplannedShares {
  /// A smaller team's share would tell about single people.
  public static final int PEOPLE_MIN = 3;

  private final JdbcClient sql;
  private final WorkingTime workingTime;

  public UnplannedShares(JdbcClient sql, WorkingTime workingTime) {
    this.sql = sql;
    this.workingTime = workingTime;
  }

  public record Share(Duration tickets, Duration working) {
    /// "120 of 480 hours (25 of 100)"
    public String words() {
      return "%,d of %,d hours (%d of 100)"
          .formatted(
              Math.round(tickets.toMinutes() / 60.0),
              Math.round(working.toMinutes() / 60.0),
              Math.round(100.0 * tickets.toMinutes() / working.toMinutes()));
    }
  }

  /// Of all of them together; empty where nobody works within the scope. The scope's queue does not
  /// matter: tickets of other queues take time too.
  public Optional<Share> of(Collection<PersonId> people, Scope scope) {
    Duration working = working(people, scope);
    if (people.isEmpty() || working.isZero()) {
      return Optional.empty();
    }
    long seconds =
        sql.sql(
                """
                select coalesce(sum(handled_seconds), 0) from helpdesk.ticket
                 where person = any(:people)
                   and coalesce(resolved, closed) >= :from and coalesce(resolved, closed) < :until\
                """)
            .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
            .param("from", scope.from().atStartOfDay())
            .param("until", scope.until().atStartOfDay())
            .query(Long.class)
            .single();
    return Optional.of(new Share(Duration.ofSeconds(seconds), working));
  }

  private Duration working(Collection<PersonId> people, Scope scope) {
    Crew crew = workingTime.crew(people, scope.from(), scope.until());
    Map<CalendarId, WorkCalendar> calendars =
        crew.calendars().stream().collect(Collectors.toMap(WorkCalendar::id, one -> one));
    Duration all = Duration.ZERO;
    for (Person person : crew.people()) {
      WorkCalendar calendar = calendars.get(person.calendar());
      for (LocalDate day = scope.from(); day.isBefore(scope.until()); day = day.plusDays(1)) {
        LocalDate on = day;
        boolean away = person.away().stream().anyMatch(range -> range.contains(on));
        if (calendar != null && !away) {
          for (Shift shift : calendar.on(day)) {
            all = all.plusMinutes(shift.to() - shift.from());
          }
        }
      }
    }
    return all;
  }
}
