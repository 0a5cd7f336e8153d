package dev.linchpin.directory.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.SiteId;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Week;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// A person's details: add and change.
@Controller
class PersonDetailsPages {
  private static final String TAKEN = "Somebody else has this address. Enter another one.";

  private final Access access;
  private final People people;
  private final Departments departments;
  private final Sites sites;
  private final Choices choices;

  PersonDetailsPages(
      Access access, People people, Departments departments, Sites sites, Choices choices) {
    this.access = access;
    this.people = people;
    this.departments = departments;
    this.sites = sites;
    this.choices = choices;
  }

  @GetMapping("/people/new")
  Page blank(Who who) {
    access.require(who, Permission.MANAGE_PEOPLE);
    String main = sites.main().id().toString();
    return form(null, new PersonForm("", "", "", "", "", main, "", "0"), new Problems());
  }

  @PostMapping("/people")
  View add(Who who, PersonForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var fields = new Fields();
    Person person = read(who, new PersonId(UUID.randomUUID()), 0, form, fields);
    if (person != null) {
      try {
        people.add(person, who.name());
        return Going.to("/people/" + person.id(), person.name() + " is added.", request);
      } catch (DuplicateKeyException e) {
        fields.problems().add("email", TAKEN);
      }
    }
    return form(null, form, fields.problems()).withProblems();
  }

  @GetMapping("/people/{id}/details")
  Page details(Who who, @PathVariable String id) {
    Person person = access.load(who, people, Address.part(id, PersonId::of), Right.WRITE);
    return form(person, PersonForm.of(person), new Problems());
  }

  @PostMapping("/people/{id}/details")
  View change(Who who, @PathVariable String id, PersonForm form, HttpServletRequest request) {
    Person there = access.load(who, people, Address.part(id, PersonId::of), Right.WRITE);
    var fields = new Fields();
    Person person = read(who, there.id(), Fields.version(form.version()), form, fields);
    if (person != null) {
      try {
        return people.put(person, who.name())
            ? Going.to("/people/" + id, person.name() + " is changed.", request)
            : conflict(access.load(who, people, Address.part(id, PersonId::of), Right.WRITE), form);
      } catch (DuplicateKeyException e) {
        fields.problems().add("email", TAKEN);
      }
    }
    return form(there, form, fields.problems()).withProblems();
  }

  private @Nullable Person read(Who who, PersonId id, int version, PersonForm form, Fields fields) {
    fields.check("name", () -> Person.checkName(form.name()));
    fields.check("email", () -> Person.checkEmail(form.email()));
    DepartmentId department =
        fields.choice(
            "department",
            form.department(),
            text -> access.load(who, departments, DepartmentId.of(text), Right.READ).id());
    SiteId site =
        fields.choice(
            "site", form.site(), text -> access.load(who, sites, SiteId.of(text), Right.READ).id());
    Week week = form.week().isEmpty() ? null : fields.read("week", () -> Week.parse(form.week()));
    return fields.whole()
        ? new Person(
            id,
            form.name(),
            form.email(),
            form.phone(),
            form.title(),
            department,
            site == null ? sites.main().id() : site,
            week,
            version)
        : null;
  }

  private Page form(@Nullable Person person, PersonForm form, Problems problems) {
    String heading = person == null ? "Add a person" : "Change " + person.name();
    String address = person == null ? "/people" : "/people/" + person.id();
    return Page.of(
        "directory/web/person-form.jte",
        heading,
        Place.PEOPLE,
        new PersonFormView(
            heading,
            person == null ? address : address + "/details",
            address,
            form,
            problems,
            choices.departments(),
            choices.sites()));
  }

  private Page conflict(Person there, PersonForm mine) {
    PersonForm theirs = PersonForm.of(there);
    String page = "/people/" + there.id();
    Map<String, String> departmentNames = choices.departments();
    Map<String, String> siteNames = choices.sites();
    return Conflict.of(there.name(), page + "/details", page)
        .field("name", "Name", mine.name(), theirs.name())
        .field("email", "E-mail", mine.email(), theirs.email())
        .field("phone", "Phone", mine.phone(), theirs.phone())
        .field("title", "Title", mine.title(), theirs.title())
        .field(
            "department",
            "Department",
            mine.department(),
            departmentNames.getOrDefault(mine.department(), ""),
            departmentNames.getOrDefault(theirs.department(), ""))
        .field(
            "site",
            "Site",
            mine.site(),
            siteNames.getOrDefault(mine.site(), ""),
            siteNames.getOrDefault(theirs.site(), ""))
        .field("week", "Own working hours", mine.week(), theirs.week())
        .page("version", theirs.version(), Place.PEOPLE);
  }
}
