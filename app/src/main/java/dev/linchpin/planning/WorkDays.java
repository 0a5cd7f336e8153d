package dev.linchpin.planning;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/*
 * A date is only named when work can end on it: nobody should hear of a Sunday. Work that ends by
 * itself on a free day, like a delivery, is seen on the next day on which anybody of the project
 * works, so every rounding goes forward: a date is never earlier than what the runs gave.
 */
/// The days on which work of one project can end: those on which its calendar, or that of any of
/// its tasks or people, has working time.
public final class WorkDays {
  /// After so many days without working time a day is taken as it is.
  private static final int FREE_DAYS_MAX = 60;

  private final List<WorkCalendar> calendars;

  private WorkDays(List<WorkCalendar> calendars) {
    this.calendars = List.copyOf(calendars);
  }

  /// Those of one project of the plan.
  public static WorkDays of(Project project, Plan plan) {
    Map<CalendarId, WorkCalendar> known = new HashMap<>();
    plan.calendars().forEach(calendar -> known.putIfAbsent(calendar.id(), calendar));
    Map<PersonId, CalendarId> people = new HashMap<>();
    for (Person person : plan.people()) {
      people.putIfAbsent(person.id(), person.calendar());
    }
    Set<CalendarId> used = new LinkedHashSet<>();
    used.add(project.calendar());
    for (Task task : project.tasks()) {
      if (task.calendar() != null) {
        used.add(task.calendar());
      }
      task.people().forEach(assigned -> used.add(people.get(assigned.person())));
    }
    return new WorkDays(used.stream().map(known::get).filter(Objects::nonNull).toList());
  }

  /// The day itself, or the next one on which work can end.
  public LocalDate onOrAfter(LocalDate day) {
    for (int i = 0; i < FREE_DAYS_MAX; i++) {
      LocalDate candidate = day.plusDays(i);
      if (calendars.stream().anyMatch(calendar -> calendar.isWorkday(candidate))) {
        return candidate;
      }
    }
    return day;
  }

  /// The same, keeping the time of day where the day stays. A finish at midnight after a late shift
  /// belongs to the day that ends there.
  public LocalDateTime onOrAfter(LocalDateTime finish) {
    LocalDate day = finish.toLocalDate();
    if (finish.toLocalTime().equals(LocalTime.MIDNIGHT) && worksUntilMidnight(day.minusDays(1))) {
      return finish.minusMinutes(1);
    }
    LocalDate end = onOrAfter(day);
    return end.equals(day) ? finish : end.atStartOfDay();
  }

  private boolean worksUntilMidnight(LocalDate day) {
    return calendars.stream()
        .map(calendar -> calendar.on(day))
        .anyMatch(shifts -> !shifts.isEmpty() && shifts.getLast().to() == Shift.MINUTES_PER_DAY);
  }
}
