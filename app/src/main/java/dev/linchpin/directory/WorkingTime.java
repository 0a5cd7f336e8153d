package dev.linchpin.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.platform.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When people work: from the hours, the holidays of their site, the organisation's extra days and
/// their leave.
@Component
public class WorkingTime {
  private static final CalendarId ORGANISATION = new CalendarId("organisation");

  private final People people;
  private final Sites sites;
  private final ExtraDays extraDays;
  private final Leaves leaves;
  private final Zone zone;

  public WorkingTime(People people, Sites sites, ExtraDays extraDays, Leaves leaves, Zone zone) {
    this.people = people;
    this.sites = sites;
    this.extraDays = extraDays;
    this.leaves = leaves;
    this.zone = zone;
  }

  /// Whether the person is at work, and if not, when next.
  ///
  /// @param now in the organisation's zone; so are the times in the answer
  /// @throws java.util.NoSuchElementException when there is no such person
  public Presence presence(PersonId person, LocalDateTime now) {
    return Optional.ofNullable(presences(List.of(person), now).get(person)).orElseThrow();
  }

  /// The same for many at once; whoever does not exist is left out.
  public Map<PersonId, Presence> presences(Collection<PersonId> persons, LocalDateTime now) {
    ZoneId here = zone.id();
    LocalDate today = now.toLocalDate();
    // A day more at each end, because it may be another day at another site.
    var range = new DayRange(today.minusDays(1), today.plusDays(Presence.DAYS_AHEAD_MAX + 2L));
    var presences = new LinkedHashMap<PersonId, Presence>();
    days(persons, range)
        .forEach((person, days) -> {
          ZoneId there = days.zone();
          Presence presence = days.at(moved(now, here, there));
          presences.put(
              person.id(), there.equals(here) ? presence : moved(presence, there, here, today));
        });
    return presences;
  }

  /// These people as the engine takes them, with one calendar for all who work the same hours under
  /// the same holidays.
  public Crew crew(Collection<PersonId> persons, LocalDate from, LocalDate to) {
    var range = new DayRange(from, to);
    var calendars = new LinkedHashMap<Kept, WorkCalendar>();
    var crew = new ArrayList<dev.linchpin.forecast.Person>();
    days(persons, range)
        .forEach((person, days) -> {
          var kept = new Kept(days.week(), days.off());
          WorkCalendar calendar =
              calendars.computeIfAbsent(
                  kept,
                  key -> calendar(new CalendarId("hours-" + (calendars.size() + 1)), days, range));
          crew.add(
              new dev.linchpin.forecast.Person(
                  new dev.linchpin.forecast.PersonId(person.id().toString()),
                  person.name(),
                  calendar.id(),
                  1,
                  days.leave()));
        });
    return new Crew(crew, List.copyOf(calendars.values()));
  }

  /// The main site's calendar: what counts where nobody is named.
  public WorkCalendar organisationCalendar(LocalDate from, LocalDate to) {
    return calendar(sites.main(), from, to);
  }

  /// A site's calendar: when people are there, but for their own hours and leave.
  public WorkCalendar calendar(Site site, LocalDate from, LocalDate to) {
    var range = new DayRange(from, to);
    List<ExtraDay> extra = extraDays.in(range);
    return calendar(
        site.main() ? ORGANISATION : new CalendarId("site-" + site.id()),
        new PersonDays(zone(site), site.week(), off(site, range, extra), worked(extra), List.of()),
        range);
  }

  /// What is free at a site besides its week, by day: public holidays and the organisation's days.
  public List<Holiday> freeDays(Site site, DayRange range) {
    return off(site, range, extraDays.in(range)).entrySet().stream()
        .map(day -> new Holiday(day.getKey(), day.getValue()))
        .sorted(Comparator.comparing(Holiday::day))
        .toList();
  }

  /// Who answers for those of these persons who are on leave today, where the leave says so.
  Map<PersonId, PersonId> standInsDuringLeave(Collection<PersonId> persons, LocalDate today) {
    var standIns = new HashMap<PersonId, PersonId>();
    for (Leave leave : leaves.in(new DayRange(today, today), persons)) {
      if (leave.standIn() != null) {
        standIns.putIfAbsent(leave.person(), leave.standIn());
      }
    }
    return standIns;
  }

  /// What makes a calendar different from another one.
  private record Kept(Week week, Map<LocalDate, String> off) {}

  private Map<Person, PersonDays> days(Collection<PersonId> persons, DayRange range) {
    Map<SiteId, Site> siteById = sites.all().stream().collect(toMap(Site::id, site -> site));
    var offBySite = new HashMap<SiteId, Map<LocalDate, String>>();
    List<ExtraDay> extra = extraDays.in(range);
    Map<PersonId, List<Leave>> leaveByPerson =
        leaves.in(range, persons).stream().collect(groupingBy(Leave::person));
    var days = new LinkedHashMap<Person, PersonDays>();
    for (Person person : people.all(persons).values()) {
      Site site = Objects.requireNonNull(siteById.get(person.site()));
      days.put(
          person,
          new PersonDays(
              zone(site),
              person.week() == null ? site.week() : person.week(),
              offBySite.computeIfAbsent(site.id(), id -> off(site, range, extra)),
              worked(extra),
              leaveByPerson.getOrDefault(person.id(), List.of()).stream()
                  .map(Leave::days)
                  .toList()));
    }
    return days;
  }

  private Map<LocalDate, String> off(Site site, DayRange range, List<ExtraDay> extra) {
    var off = new HashMap<LocalDate, String>();
    if (site.region() != null) {
      PublicHolidays.in(site.region(), range).forEach(day -> off.put(day.day(), day.name()));
    }
    for (ExtraDay day : extra) {
      if (day.worked()) {
        off.remove(day.day());
      } else {
        off.put(day.day(), day.name());
      }
    }
    return off;
  }

  private static List<LocalDate> worked(List<ExtraDay> extra) {
    return extra.stream().filter(ExtraDay::worked).map(ExtraDay::day).toList();
  }

  /// The clock on the wall there.
  public ZoneId zone(Site site) {
    return site.zone() == null ? zone.id() : site.zone();
  }

  private static WorkCalendar calendar(CalendarId id, PersonDays days, DayRange range) {
    var week = new HashMap<DayOfWeek, List<Shift>>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, days.week().on(day));
    }
    var exceptions = new HashMap<LocalDate, List<Shift>>();
    range
        .first()
        .datesUntil(range.last().plusDays(1))
        .filter(day -> !days.planned(day).equals(days.week().on(day.getDayOfWeek())))
        .forEach(day -> exceptions.put(day, days.planned(day)));
    return new WorkCalendar(id, week, exceptions);
  }

  private static Presence moved(Presence presence, ZoneId from, ZoneId to, LocalDate today) {
    return switch (presence) {
      case Presence.In in -> new Presence.In(moved(in.until(), from, to), today);
      case Presence.Later later -> at(moved(later.from(), from, to), today);
      case Presence.Away away ->
          new Presence.Away(away.until(), movedOrNull(away.next(), from, to));
      case Presence.NotToday not ->
          new Presence.NotToday(not.reason(), movedOrNull(not.next(), from, to));
      case Presence.Gone gone -> at(movedOrNull(gone.next(), from, to), today);
    };
  }

  /// What is tomorrow there can be today here, and the other way round.
  private static Presence at(@Nullable LocalDateTime next, LocalDate today) {
    return next != null && next.toLocalDate().equals(today)
        ? new Presence.Later(next)
        : new Presence.Gone(next, today);
  }

  private static @Nullable LocalDateTime movedOrNull(
      @Nullable LocalDateTime at, ZoneId from, ZoneId to) {
    return at == null ? null : moved(at, from, to);
  }

  private static LocalDateTime moved(LocalDateTime at, ZoneId from, ZoneId to) {
    return at.atZone(from).withZoneSameInstant(to).toLocalDateTime();
  }
}
