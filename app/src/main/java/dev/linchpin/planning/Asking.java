package dev.linchpin.planning;

import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.platform.Zone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The moment at which somebody asks, with the calendar that dates are said by.
@Component
public class Asking {
  /// How far ahead holidays matter for a date, and how far back for the working day before.
  private static final int CALENDAR_MONTHS_AHEAD = 18;

  private static final int CALENDAR_DAYS_BACK = 30;

  private final People people;
  private final Sites sites;
  private final WorkingTime workingTime;
  private final Zone zone;

  Asking(People people, Sites sites, WorkingTime workingTime, Zone zone) {
    this.people = people;
    this.sites = sites;
    this.workingTime = workingTime;
    this.zone = zone;
  }

  /// This moment, for this person.
  public AskedAt now(Who who) {
    LocalDate today = zone.today();
    return new AskedAt(
        zone.instant(),
        zone.id(),
        zoneOf(who),
        workingTime.organisationCalendar(
            today.minusDays(CALENDAR_DAYS_BACK), today.plusMonths(CALENDAR_MONTHS_AHEAD)));
  }

  private ZoneId zoneOf(Who who) {
    return Optional.of(who.email())
        .filter(email -> !email.isEmpty())
        .flatMap(people::withEmail)
        .flatMap(person -> sites.find(person.site()))
        .flatMap(site -> Optional.ofNullable(site.zone()))
        .orElseGet(zone::id);
  }
}
