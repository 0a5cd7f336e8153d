package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Shift;
import dev.linchpin.planning.planfile.PlanFile.Calendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarException;
import org.mpxj.ProjectFile;

/// Calendars with what they inherit written out: every weekday, and every day that differs, as far
/// as a plan can reach.
final class MpxjCalendars {
  /// Exceptions are written out this long after the last date of the file.
  private static final int YEARS_AFTER = 10;

  /// A file that spans more than this has a wrong date somewhere.
  private static final int YEARS_MOST = 60;

  private final LocalDate first;
  private final LocalDate last;
  private final Map<ProjectCalendar, String> ids = new IdentityHashMap<>();
  private final List<Calendar> calendars = new ArrayList<>();
  private final List<String> cutOff = new ArrayList<>();

  MpxjCalendars(LocalDate start, LocalDate finish) {
    this.first = start.minusYears(1);
    LocalDate wanted = finish.plusYears(YEARS_AFTER);
    LocalDate latest = start.plusYears(YEARS_MOST);
    this.last = wanted.isBefore(latest) ? wanted : latest;
  }

  void read(ProjectFile project) {
    for (ProjectCalendar calendar : project.getCalendars()) {
      ids.put(calendar, "c" + (ids.size() + 1));
      calendars.add(flat(calendar));
    }
  }

  List<Calendar> all() {
    return calendars;
  }

  @Nullable String id(@Nullable ProjectCalendar calendar) {
    return calendar == null ? null : ids.get(calendar);
  }

  LocalDate first() {
    return first;
  }

  LocalDate last() {
    return last;
  }

  List<Finding> lost() {
    return cutOff.isEmpty()
        ? List.of()
        : List.of(
            Losses.lost(
                "Days off after "
                    + last
                    + " are left out of these calendars: "
                    + Losses.list(cutOff)
                    + "."));
  }

  private Calendar flat(ProjectCalendar calendar) {
    var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Shift> shifts = shifts(calendar.getHours(day));
      if (!shifts.isEmpty()) {
        week.put(day, shifts);
      }
    }
    var exceptions = new TreeMap<LocalDate, List<Shift>>();
    boolean beyond = false;
    for (ProjectCalendar from = calendar; from != null; from = from.getParent()) {
      for (ProjectCalendarException days : from.getExpandedCalendarExceptionsWithWorkWeeks()) {
        beyond |= days.getToDate().isAfter(last) && days.getFromDate().isAfter(last);
        addDays(calendar, days, week, exceptions);
      }
    }
    String name = calendar.getName() == null ? "Calendar" : calendar.getName();
    if (beyond) {
      cutOff.add(name);
    }
    return new Calendar(ids.getOrDefault(calendar, "c"), name, week, exceptions);
  }

  private void addDays(
      ProjectCalendar calendar,
      ProjectCalendarException days,
      Map<DayOfWeek, List<Shift>> week,
      Map<LocalDate, List<Shift>> exceptions) {
    LocalDate from = days.getFromDate().isBefore(first) ? first : days.getFromDate();
    LocalDate to = days.getToDate().isAfter(last) ? last : days.getToDate();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      List<Shift> shifts = shifts(calendar.getHours(day));
      if (!shifts.equals(week.getOrDefault(day.getDayOfWeek(), List.of()))) {
        exceptions.put(day, shifts);
      }
    }
  }

  /// Ascending and apart, whatever order and overlap the file has.
  static List<Shift> shifts(@Nullable List<LocalTimeRange> ranges) {
    var shifts = new ArrayList<Shift>();
    if (ranges == null) {
      return shifts;
    }
    var sorted =
        ranges.stream()
            .filter(range -> range != null && range.getStart() != null && range.getEnd() != null)
            .sorted(Comparator.comparing(LocalTimeRange::getStart))
            .toList();
    int free = 0;
    for (LocalTimeRange range : sorted) {
      int from = Math.max(free, minute(range.getStart()));
      int end = minute(range.getEnd());
      // An end at or before the start lies in the next day: midnight ends this one.
      int to = end <= minute(range.getStart()) ? Shift.MINUTES_PER_DAY : end;
      if (from < to) {
        shifts.add(new Shift(from, to));
        free = to;
      }
    }
    return shifts;
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
