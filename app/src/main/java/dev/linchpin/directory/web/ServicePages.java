package dev.linchpin.directory.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Subject;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Which services are there, and what are they?
@Controller
class ServicePages {
  private final Access access;
  private final Services services;
  private final Departments departments;
  private final People people;
  private final GoTos goTos;
  private final Choices choices;

  ServicePages(
      Access access,
      Services services,
      Departments departments,
      People people,
      GoTos goTos,
      Choices choices) {
    this.access = access;
    this.services = services;
    this.departments = departments;
    this.people = people;
    this.goTos = goTos;
    this.choices = choices;
  }

  @GetMapping("/services")
  Page all(Who who) {
    access.require(who, Permission.ASK);
    Map<PersonId, String> names =
        people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
    Map<DepartmentId, String> departmentNames =
        departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
    Map<Subject, GoTo> answers =
        goTos.all().stream().collect(Collectors.toMap(GoTo::subject, one -> one));
    List<ServicesView.Row> rows =
        services.all().stream()
            .map(service -> row(service, answers.get(service.subject()), names, departmentNames))
            .toList();
    long gaps =
        rows.stream().filter(row -> row.goTo().isEmpty() || row.standIn().isEmpty()).count();
    return Page.of(
        "directory/web/services.jte",
        "Services",
        Place.PEOPLE,
        new ServicesView(
            Say.count(rows.size(), "service", "services")
                + (gaps == 0 ? "." : ", %d without a go-to or a stand-in.".formatted(gaps)),
            rows,
            access.may(who, Permission.MANAGE_PEOPLE)));
  }

  @GetMapping("/services/new")
  Page blank(Who who) {
    access.require(who, Permission.MANAGE_PEOPLE);
    return form(null, new ServiceForm("", "", "", "", "0"), new Problems());
  }

  @PostMapping("/services")
  View add(Who who, ServiceForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var fields = new Fields();
    fields.check("key", () -> Service.checkKey(form.key()));
    if (form.key().equals("new")) {
      fields.problems().add("key", "Enter another key: “new” is taken.");
    }
    Service service = read(who, new ServiceId(UUID.randomUUID()), form.key(), 0, form, fields);
    if (service != null) {
      try {
        services.add(service, who.name());
        return Going.to(service.subject().address(), service.name() + " is added.", request);
      } catch (DuplicateKeyException e) {
        fields.problems().add("key", "There is a service with this key. Enter another one.");
      }
    }
    return form(null, form, fields.problems()).withProblems();
  }

  @GetMapping("/services/{key}/details")
  Page details(Who who, @PathVariable String key) {
    Service service = access.load(who, services, key, Right.WRITE);
    return form(service, ServiceForm.of(service), new Problems());
  }

  @PostMapping("/services/{key}/details")
  View change(Who who, @PathVariable String key, ServiceForm form, HttpServletRequest request) {
    Service there = access.load(who, services, key, Right.WRITE);
    var fields = new Fields();
    Service service = read(who, there.id(), key, Fields.version(form.version()), form, fields);
    if (service == null) {
      return form(there, form, fields.problems()).withProblems();
    }
    return services.put(service, who.name())
        ? Going.to(service.subject().address(), service.name() + " is changed.", request)
        : conflict(access.load(who, services, key, Right.WRITE), form);
  }

  private ServicesView.Row row(
      Service service,
      @Nullable GoTo goTo,
      Map<PersonId, String> names,
      Map<DepartmentId, String> departmentNames) {
    return new ServicesView.Row(
        service.subject().address(),
        service.name(),
        service.department() == null ? "" : departmentNames.getOrDefault(service.department(), ""),
        goTo == null ? "" : names.getOrDefault(goTo.goTo(), ""),
        goTo == null || goTo.standIn() == null ? "" : names.getOrDefault(goTo.standIn(), ""));
  }

  private @Nullable Service read(
      Who who, ServiceId id, String key, int version, ServiceForm form, Fields fields) {
    fields.check("name", () -> Person.checkName(form.name()));
    DepartmentId department =
        fields.choice(
            "department",
            form.department(),
            text -> access.load(who, departments, DepartmentId.of(text), Right.READ).id());
    return fields.whole()
        ? new Service(id, key, form.name(), form.description(), department, version)
        : null;
  }

  private Page form(@Nullable Service service, ServiceForm form, Problems problems) {
    String heading = service == null ? "Add a service" : "Change " + service.name();
    String address = service == null ? "/services" : service.subject().address();
    return Page.of(
        "directory/web/service-form.jte",
        heading,
        Place.PEOPLE,
        new ServiceFormView(
            heading,
            service == null ? address : address + "/details",
            address,
            service == null,
            form,
            problems,
            choices.departments()));
  }

  private Page conflict(Service there, ServiceForm mine) {
    ServiceForm theirs = ServiceForm.of(there);
    Map<String, String> names = choices.departments();
    String page = there.subject().address();
    return Conflict.of(there.name(), page + "/details", page)
        .field("name", "Name", mine.name(), theirs.name())
        .field("description", "Description", mine.description(), theirs.description())
        .field(
            "department",
            "Department",
            mine.department(),
            names.getOrDefault(mine.department(), ""),
            names.getOrDefault(theirs.department(), ""))
        .page("version", theirs.version(), Place.PEOPLE);
  }
}
