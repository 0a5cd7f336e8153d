package dev.linchpin.sample;

import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Leave;
import dev.linchpin.directory.LeaveId;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Region;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Site;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Subject;
import dev.linchpin.directory.Week;
import dev.linchpin.forecast.DayRange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The sample's four departments, twelve people, nine services, who is the go-to, and who is away.
@Component
class SampleStaff {
  static final String BY = "sample";

  private record Row(String name, String title, String department, String extension) {}

  private static final List<Row> PEOPLE =
      List.of(
          new Row("Lena Hoffmann", "IT project manager", "IT", "210"),
          new Row("Jon Bell", "Network engineer", "IT", "211"),
          new Row("Ana Lee", "Network and security engineer", "IT", "212"),
          new Row("Priya Nair", "Server engineer", "IT", "213"),
          new Row("Dev Patel", "Database and mail engineer", "IT", "214"),
          new Row("Tomas Novak", "Application specialist", "IT", "215"),
          new Row("Marta Ruiz", "IT purchasing and assets", "IT", "216"),
          new Row("Keiko Mori", "Head of the service desk", "IT", "200"),
          new Row("Sam Okafor", "Service desk agent", "IT", "201"),
          new Row("Ruth Adler", "Head of finance", "Finance", "310"),
          new Row("Carlos Mendes", "Head of customer service", "Customer service", "410"),
          new Row("Ingrid Solberg", "Head of operations", "Operations", "510"));

  private record Duty(String key, String service, String goTo, String standIn) {}

  private static final List<Duty> SERVICES =
      List.of(
          new Duty("email", "E-mail", "Dev Patel", "Tomas Novak"),
          new Duty("remote-access", "Remote access", "Ana Lee", "Jon Bell"),
          new Duty("network", "Network", "Jon Bell", "Ana Lee"),
          new Duty("customer-system", "Customer system", "Tomas Novak", "Lena Hoffmann"),
          new Duty("file-shares", "File shares", "Priya Nair", "Sam Okafor"),
          new Duty("finance-system", "Finance system", "Dev Patel", "Priya Nair"),
          new Duty("printing", "Printing", "Sam Okafor", "Keiko Mori"),
          new Duty("laptops", "Laptops", "Keiko Mori", "Sam Okafor"),
          new Duty("backup", "Backup", "Priya Nair", ""));

  private final Sites sites;
  private final Departments departments;
  private final People people;
  private final Services services;
  private final GoTos goTos;
  private final Leaves leaves;

  SampleStaff(
      Sites sites,
      Departments departments,
      People people,
      Services services,
      GoTos goTos,
      Leaves leaves) {
    this.sites = sites;
    this.departments = departments;
    this.people = people;
    this.services = services;
    this.goTos = goTos;
    this.leaves = leaves;
  }

  boolean someoneIsThere() {
    return !people.all().isEmpty();
  }

  /// Plants them all.
  ///
  /// @return everybody's id by name
  Map<String, PersonId> plant(LocalDate today, Instant now) {
    Site site = sites.main();
    sites.put(site.with(new Region("DE-BE"), Week.OFFICE), BY);
    Map<String, PersonId> ids = plantPeople(site);
    plantServices(ids, now);
    plantLeave(ids, today);
    return ids;
  }

  private Map<String, PersonId> plantPeople(Site site) {
    Map<String, DepartmentId> known = new LinkedHashMap<>();
    Map<String, PersonId> ids = new LinkedHashMap<>();
    for (Row row : PEOPLE) {
      DepartmentId department =
          known.computeIfAbsent(
              row.department(),
              name -> {
                var id = new DepartmentId(uuid("department " + name));
                departments.add(Department.of(id, name), BY);
                return id;
              });
      var id = new PersonId(uuid("person " + row.name()));
      people.add(
          Person.of(id, row.name(), email(row.name()), site.id())
              .withTitle(row.title())
              .withPhone("+49 30 5550 " + row.extension())
              .in(department),
          BY);
      ids.put(row.name(), id);
    }
    return ids;
  }

  private void plantServices(Map<String, PersonId> ids, Instant now) {
    for (Duty duty : SERVICES) {
      var id = new ServiceId(uuid("service " + duty.key()));
      services.add(Service.of(id, duty.key(), duty.service(), ""), BY);
      goTos.put(
          new GoTo(
              Subject.service(duty.key()),
              of(ids, duty.goTo()),
              duty.standIn().isEmpty() ? null : of(ids, duty.standIn())),
          now,
          BY);
    }
  }

  private void plantLeave(Map<String, PersonId> ids, LocalDate today) {
    away(ids, "Dev Patel", today.plusDays(30), 4, Leave.Kind.TRAINING);
    away(ids, "Marta Ruiz", today.minusDays(1), 3, Leave.Kind.AWAY);
    away(ids, "Priya Nair", today.plusDays(45), 13, Leave.Kind.VACATION);
    away(ids, "Sam Okafor", today.minusDays(20), 6, Leave.Kind.VACATION);
  }

  /// Booked a few days ago.
  void plantLateLeave(Map<String, PersonId> ids, LocalDate today) {
    away(ids, "Ana Lee", today.plusDays(16), 11, Leave.Kind.VACATION);
  }

  private void away(
      Map<String, PersonId> ids, String who, LocalDate first, int more, Leave.Kind kind) {
    var days = new DayRange(first, first.plusDays(more));
    leaves.add(Leave.of(new LeaveId(uuid("leave " + who)), of(ids, who), days, kind), BY);
  }

  static PersonId of(Map<String, PersonId> ids, String name) {
    PersonId id = ids.get(name);
    if (id == null) {
      throw new IllegalStateException("The sample has no " + name + ".");
    }
    return id;
  }

  static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(("linchpin sample " + name).getBytes(StandardCharsets.UTF_8));
  }

  private static String email(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@lakeside.example";
  }
}
