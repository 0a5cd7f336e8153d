package dev.linchpin.directory.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Which departments are there, and who belongs to them?
@Controller
class DepartmentPages {
  private static final String TAKEN = "There is a department of this name. Enter another name.";

  private final Access access;
  private final Departments departments;
  private final People people;
  private final Services services;

  DepartmentPages(Access access, Departments departments, People people, Services services) {
    this.access = access;
    this.departments = departments;
    this.people = people;
    this.services = services;
  }

  /// @param version of the department that the form was made from
  record DepartmentForm(String name, String version) {
    DepartmentForm {
      name = Fields.text(name);
      version = Fields.text(version);
    }
  }

  @GetMapping("/departments")
  Page all(Who who) {
    access.require(who, Permission.ASK);
    return list(who, "", new Problems());
  }

  @PostMapping("/departments")
  View add(Who who, DepartmentForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var fields = new Fields();
    fields.check("name", () -> Person.checkName(form.name()));
    if (fields.whole()) {
      try {
        departments.add(
            Department.of(new DepartmentId(UUID.randomUUID()), form.name()), who.name());
        return Going.to("/departments", form.name() + " is added.", request);
      } catch (DuplicateKeyException e) {
        fields.problems().add("name", TAKEN);
      }
    }
    return list(who, form.name(), fields.problems()).withProblems();
  }

  @GetMapping("/departments/{id}")
  Page show(Who who, @PathVariable String id) {
    Department department =
        access.load(who, departments, Address.part(id, DepartmentId::of), Right.READ);
    return page(who, department, department.name(), new Problems());
  }

  @PostMapping("/departments/{id}")
  View change(Who who, @PathVariable String id, DepartmentForm form, HttpServletRequest request) {
    Department there =
        access.load(who, departments, Address.part(id, DepartmentId::of), Right.WRITE);
    var fields = new Fields();
    fields.check("name", () -> Person.checkName(form.name()));
    if (fields.whole()) {
      var renamed = new Department(there.id(), form.name(), Fields.version(form.version()));
      try {
        return departments.put(renamed, who.name())
            ? Going.to("/departments/" + id, form.name() + " is saved.", request)
            : conflict(
                access.load(who, departments, Address.part(id, DepartmentId::of), Right.WRITE),
                form);
      } catch (DuplicateKeyException e) {
        fields.problems().add("name", TAKEN);
      }
    }
    return page(who, there, form.name(), fields.problems()).withProblems();
  }

  private Page list(Who who, String typed, Problems problems) {
    Map<DepartmentId, Long> peopleOf =
        people.all().stream()
            .filter(person -> person.department() != null)
            .collect(groupingBy(Person::department, counting()));
    Map<DepartmentId, Long> servicesOf =
        services.all().stream()
            .filter(service -> service.department() != null)
            .collect(groupingBy(Service::department, counting()));
    List<DepartmentsView.Row> rows =
        departments.all().stream()
            .map(one ->
                new DepartmentsView.Row(
                    "/departments/" + one.id(),
                    one.name(),
                    peopleOf.getOrDefault(one.id(), 0L).intValue(),
                    servicesOf.getOrDefault(one.id(), 0L).intValue()))
            .toList();
    return Page.of(
        "directory/web/departments.jte",
        "Departments",
        Place.PEOPLE,
        new DepartmentsView(
            Say.count(rows.size(), "department", "departments") + ".",
            rows,
            access.may(who, Permission.MANAGE_PEOPLE),
            typed,
            problems));
  }

  private Page page(Who who, Department department, String typed, Problems problems) {
    List<Link> staff =
        people.all().stream()
            .filter(person -> department.id().equals(person.department()))
            .map(person -> new Link("/people/" + person.id(), person.name()))
            .toList();
    List<Link> own =
        services.all().stream()
            .filter(service -> department.id().equals(service.department()))
            .map(service -> new Link(service.subject().address(), service.name()))
            .toList();
    return Page.of(
        "directory/web/department.jte",
        department.name(),
        Place.PEOPLE,
        new DepartmentView(
            department.id().toString(),
            department.name(),
            "%s, %s."
                .formatted(
                    Say.count(staff.size(), "person", "people"),
                    Say.count(own.size(), "service", "services")),
            staff,
            own,
            departments.allows(who, Right.WRITE, department),
            typed,
            Integer.toString(department.version()),
            problems));
  }

  private static Page conflict(Department there, DepartmentForm mine) {
    String page = "/departments/" + there.id();
    return Conflict.of(there.name(), page, page)
        .field("name", "Name", mine.name(), there.name())
        .page("version", Integer.toString(there.version()), Place.PEOPLE);
  }
}
