package dev.linchpin.directory;

import dev.linchpin.TestDatabases;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A directory on a fresh database, without Spring: what the tests of the stores begin with.
final class DirectoryWorld {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-03-01T09:00:00Z"));

  final JdbcClient sql = TestDatabases.sql();
  final List<Object> told = new ArrayList<>();
  final Audit audit = new Audit(sql, CLOCK);
  final Zone zone = new Zone(new Settings(sql), CLOCK);
  final Sites sites = new Sites(sql, audit, told::add);
  final ExtraDays extraDays = new ExtraDays(sql, audit, told::add);
  final People people = new People(sql, audit, told::add);
  final Leaves leaves = new Leaves(sql, audit, told::add);
  final Departments departments = new Departments(sql, audit);
  final WorkingTime workingTime = new WorkingTime(people, sites, extraDays, leaves, zone);
  final GoTos goTos = new GoTos(sql, audit, people, workingTime);
  final Services services = new Services(sql, audit, goTos);

  DirectoryWorld() {
    zone.set(ZoneId.of("Europe/Berlin"));
  }

  Person person(String name) {
    return add(Person.of(new PersonId(UUID.randomUUID()), name, "", sites.main().id()));
  }

  Person person(String name, String week) {
    return add(
        Person.of(new PersonId(UUID.randomUUID()), name, "", sites.main().id())
            .working(Week.parse(week)));
  }

  Person personAt(Site site, String name) {
    return add(Person.of(new PersonId(UUID.randomUUID()), name, "", site.id()));
  }

  Site site(String name, @Nullable String region, String zoneId) {
    var site =
        new Site(
            new SiteId(UUID.randomUUID()),
            name,
            false,
            region == null ? null : new Region(region),
            ZoneId.of(zoneId),
            Week.OFFICE,
            0);
    sites.add(site, "test");
    return site;
  }

  void holidaysOf(String region) {
    Site main = sites.main();
    sites.put(main.with(new Region(region), main.week()), "test");
  }

  Leave leave(Person person, String first, String last) {
    return leave(person, first, last, null);
  }

  Leave leave(Person person, String first, String last, @Nullable Person standIn) {
    var leave =
        new Leave(
            new LeaveId(UUID.randomUUID()),
            person.id(),
            new DayRange(LocalDate.parse(first), LocalDate.parse(last)),
            Leave.Kind.VACATION,
            standIn == null ? null : standIn.id());
    leaves.add(leave, "test");
    return leave;
  }

  /// @param now like "2027-03-01T09:00", in the organisation's zone
  String words(Person person, String now) {
    return workingTime.presence(person.id(), LocalDateTime.parse(now)).words();
  }

  private Person add(Person person) {
    people.add(person, "test");
    return person;
  }
}
