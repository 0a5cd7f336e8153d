package dev.linchpin.directory.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Answering;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Whom do I ask about this service, and who decides that?
@Controller
class ServicePage {
  private final Access access;
  private final Services services;
  private final Departments departments;
  private final People people;
  private final GoTos goTos;
  private final Choices choices;
  private final Zone zone;

  ServicePage(
      Access access,
      Services services,
      Departments departments,
      People people,
      GoTos goTos,
      Choices choices,
      Zone zone) {
    this.access = access;
    this.services = services;
    this.departments = departments;
    this.people = people;
    this.goTos = goTos;
    this.choices = choices;
    this.zone = zone;
  }

  @GetMapping("/services/{key}")
  Page show(Who who, @PathVariable String key) {
    Service service = access.load(who, services, key, Right.READ);
    return page(who, service, form(service), new Problems());
  }

  @PostMapping("/services/{key}/go-to")
  View name(Who who, @PathVariable String key, GoToForm form, HttpServletRequest request) {
    Service service = access.load(who, services, key, Right.WRITE);
    var fields = new Fields();
    GoTo goTo = read(who, service, form, fields);
    if (goTo == null) {
      return page(who, service, form, fields.problems()).withProblems();
    }
    return goTos.put(goTo, zone.instant(), who.name(), Fields.version(form.seen()))
        ? Going.to(service.subject().address(), "The go-to is named.", request)
        : conflict(service, form);
  }

  private @Nullable GoTo read(Who who, Service service, GoToForm form, Fields fields) {
    PersonId goTo = fields.choice("goTo", form.goTo(), text -> person(who, text));
    PersonId standIn = fields.choice("standIn", form.standIn(), text -> person(who, text));
    if (form.goTo().isEmpty()) {
      fields.problems().add("goTo", "Choose the go-to.");
    }
    return goTo == null || !fields.whole()
        ? null
        : fields.read("standIn", () -> new GoTo(service.subject(), goTo, standIn));
  }

  private PersonId person(Who who, String id) {
    return access.load(who, people, PersonId.of(id), Right.READ).id();
  }

  private GoToForm form(Service service) {
    return goTos
        .term(service.subject())
        .map(term ->
            new GoToForm(
                term.goTo().goTo().toString(),
                term.goTo().standIn() == null ? "" : term.goTo().standIn().toString(),
                Long.toString(term.id())))
        .orElse(new GoToForm("", "", "0"));
  }

  private Page page(Who who, Service service, GoToForm form, Problems problems) {
    Answering answering = goTos.answering(service.subject(), zone.now());
    boolean mayChange = services.allows(who, Right.WRITE, service);
    return Page.of(
        "directory/web/service.jte",
        service.name(),
        Place.PEOPLE,
        new ServiceView(
            service.key(),
            service.name(),
            answering.words(),
            contacts(answering),
            service.description(),
            service.department() == null
                ? ""
                : departments.find(service.department()).map(Department::name).orElse(""),
            mayChange,
            form,
            problems,
            mayChange ? choices.people("Nobody yet", null) : Map.of(),
            mayChange ? choices.people("Nobody yet", null) : Map.of(),
            history(service)));
  }

  private static List<ServiceView.Contact> contacts(Answering answering) {
    var contacts = new ArrayList<ServiceView.Contact>();
    add(contacts, "Go-to", answering.goTo());
    add(contacts, "Stand-in", answering.standIn());
    return contacts;
  }

  private static void add(
      List<ServiceView.Contact> contacts, String as, Answering.@Nullable Contact one) {
    if (one != null) {
      Person person = one.person();
      contacts.add(
          new ServiceView.Contact(
              as,
              "/people/" + person.id(),
              person.name(),
              one.atWork(),
              one.presence().words(),
              person.email(),
              person.phone()));
    }
  }

  private List<ServiceView.Term> history(Service service) {
    List<GoTos.Term> terms = goTos.history(service.subject());
    Map<PersonId, Person> named =
        people.all(
            terms.stream()
                .flatMap(term -> Stream.of(term.goTo().goTo(), term.goTo().standIn()))
                .filter(Objects::nonNull)
                .toList());
    return terms.stream()
        .map(term ->
            new ServiceView.Term(
                name(named.get(term.goTo().goTo())),
                name(named.get(term.goTo().standIn())),
                day(term.from()),
                term.until() == null ? "now" : day(term.until()),
                term.setBy()))
        .toList();
  }

  private static String name(@Nullable Person person) {
    return person == null ? "nobody" : person.name();
  }

  private String day(Instant at) {
    return Dates.day(LocalDate.ofInstant(at, zone.id()), zone.today());
  }

  private Page conflict(Service service, GoToForm mine) {
    GoToForm theirs = form(service);
    Map<String, String> names = choices.people("Nobody", null);
    String page = service.subject().address();
    return Conflict.of("the go-to of " + service.name(), page + "/go-to", page)
        .field(
            "goTo",
            "Go-to",
            mine.goTo(),
            names.getOrDefault(mine.goTo(), ""),
            names.getOrDefault(theirs.goTo(), ""))
        .field(
            "standIn",
            "Stand-in",
            mine.standIn(),
            names.getOrDefault(mine.standIn(), ""),
            names.getOrDefault(theirs.standIn(), ""))
        .page("seen", theirs.seen(), Place.PEOPLE);
  }
}
