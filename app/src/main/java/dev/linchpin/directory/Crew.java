package dev.linchpin.directory;

import dev.linchpin.forecast.WorkCalendar;
import java.util.List;

/// People as the engine takes them, with the calendars they name. Ids are those of the directory,
/// as text. Hours are local to each person's site: the engine knows no time zones.
public record Crew(List<dev.linchpin.forecast.Person> people, List<WorkCalendar> calendars) {
  public Crew {
    people = List.copyOf(people);
    calendars = List.copyOf(calendars);
  }
}
