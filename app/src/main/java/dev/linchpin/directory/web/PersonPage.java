package dev.linchpin.directory.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Leave;
import dev.linchpin.directory.LeaveId;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Site;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/// What does this person carry, and when is this person away?
@Controller
class PersonPage {
  private static final int YEARS_MAX = 3;

  private final Access access;
  private final People people;
  private final Departments departments;
  private final Sites sites;
  private final Leaves leaves;
  private final GoTos goTos;
  private final WorkingTime workingTime;
  private final Choices choices;
  private final Zone zone;

  PersonPage(
      Access access,
      People people,
      Departments departments,
      Sites sites,
      Leaves leaves,
      GoTos goTos,
      WorkingTime workingTime,
      Choices choices,
      Zone zone) {
    this.access = access;
    this.people = people;
    this.departments = departments;
    this.sites = sites;
    this.leaves = leaves;
    this.goTos = goTos;
    this.workingTime = workingTime;
    this.choices = choices;
    this.zone = zone;
  }

  @GetMapping("/people/{id}")
  Page show(Who who, @PathVariable String id) {
    return page(
        who,
        access.load(who, people, Address.part(id, PersonId::of), Right.READ),
        LeaveForm.EMPTY,
        new Problems());
  }

  @PostMapping("/people/{id}/leave")
  View add(Who who, @PathVariable String id, LeaveForm form, HttpServletRequest request) {
    Person person = access.load(who, people, Address.part(id, PersonId::of), Right.WRITE);
    var fields = new Fields();
    Leave leave = read(who, person, form, fields);
    if (leave == null) {
      return page(who, person, form, fields.problems()).withProblems();
    }
    leaves.add(leave, who.name());
    return Going.to("/people/" + id, "The leave is added.", address(leave) + "/removal", request);
  }

  @PostMapping("/people/{id}/leave/{leave}/removal")
  View remove(
      Who who, @PathVariable String id, @PathVariable String leave, HttpServletRequest request) {
    Person person = access.load(who, people, Address.part(id, PersonId::of), Right.WRITE);
    Leave found =
        leaves
            .find(Address.part(leave, LeaveId::of))
            .filter(one -> one.person().equals(person.id()))
            .orElseThrow(() -> new NotThere("This leave was removed before."));
    leaves.remove(found, who.name());
    return Going.to("/people/" + id, "The leave is removed.", again(found), request);
  }

  private @Nullable Leave read(Who who, Person person, LeaveForm form, Fields fields) {
    LocalDate first = fields.day("first", form.first());
    LocalDate last = fields.day("last", form.last());
    Leave.Kind kind = fields.choice("kind", form.kind(), Leave.Kind::valueOf);
    PersonId standIn =
        fields.choice(
            "standIn",
            form.standIn(),
            text -> access.load(who, people, PersonId.of(text), Right.READ).id());
    if (first == null || last == null) {
      return null;
    }
    if (last.isBefore(first)) {
      fields.problems().add("last", "The last day must be on or after " + first + ".");
    } else if (last.isAfter(first.plusYears(YEARS_MAX))) {
      fields.problems().add("last", "Leave lasts at most %d years.".formatted(YEARS_MAX));
    } else {
      overlap(person, new DayRange(first, last), fields);
    }
    if (person.id().equals(standIn)) {
      fields.problems().add("standIn", "Choose another person as stand-in.");
    }
    return fields.whole()
        ? new Leave(
            new LeaveId(UUID.randomUUID()),
            person.id(),
            new DayRange(first, last),
            kind == null ? Leave.Kind.VACATION : kind,
            standIn)
        : null;
  }

  private void overlap(Person person, DayRange days, Fields fields) {
    leaves.in(days, List.of(person.id())).stream()
        .findFirst()
        .ifPresent(other ->
            fields
                .problems()
                .add(
                    "first",
                    "There is leave from %s to %s. Enter other days, or remove that one."
                        .formatted(other.days().first(), other.days().last())));
  }

  private Page page(Who who, Person person, LeaveForm form, Problems problems) {
    LocalDateTime now = zone.now();
    LocalDate today = now.toLocalDate();
    List<Leave> all = leaves.of(person.id());
    boolean mayChange = people.allows(who, Right.WRITE, person);
    List<GoTos.Duty> goToFor = goTos.goToFor(person.id());
    List<GoTos.Duty> standInFor = goTos.standInFor(person.id());
    return Page.of(
        "directory/web/person.jte",
        person.name(),
        Place.PEOPLE,
        new PersonView(
            person.id().toString(),
            person.name(),
            sentence(person, now, goToFor.size(), standInFor.size()),
            person.email(),
            person.phone(),
            facts(person),
            Link.to(goToFor),
            Link.to(standInFor),
            all.stream()
                .filter(leave -> !leave.days().last().isBefore(today))
                .map(leave -> row(leave, today))
                .toList(),
            all.reversed().stream()
                .filter(leave -> leave.days().last().isBefore(today))
                .map(leave -> row(leave, today))
                .toList(),
            mayChange,
            form,
            problems,
            kinds(),
            mayChange ? choices.people("Nobody", person.id()) : Map.of()));
  }

  private String sentence(Person person, LocalDateTime now, int goTo, int standIn) {
    return "%s. Go-to for %d, stand-in for %d."
        .formatted(Say.capital(workingTime.presence(person.id(), now).words()), goTo, standIn);
  }

  private Map<String, String> facts(Person person) {
    var facts = new LinkedHashMap<String, String>();
    Site site = sites.find(person.site()).orElseThrow();
    if (!person.title().isEmpty()) {
      facts.put("Title", person.title());
    }
    if (person.department() != null) {
      departments.find(person.department()).ifPresent(one -> facts.put("Department", one.name()));
    }
    facts.put("Site", site.name());
    facts.put(
        "Working hours",
        person.week() == null ? site.week().words() : person.week().words() + " (own)");
    return facts;
  }

  private LeaveRow row(Leave leave, LocalDate today) {
    String standIn =
        leave.standIn() == null ? "" : people.find(leave.standIn()).map(Person::name).orElse("");
    return LeaveRow.of(leave, standIn, today);
  }

  private static Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    for (Leave.Kind kind : Leave.Kind.values()) {
      kinds.put(kind.name(), kind.label());
    }
    return kinds;
  }

  private static String address(Leave leave) {
    return "/people/" + leave.person() + "/leave/" + leave.id();
  }

  private static String again(Leave leave) {
    return UriComponentsBuilder.fromPath("/people/" + leave.person() + "/leave")
        .queryParam("first", leave.days().first())
        .queryParam("last", leave.days().last())
        .queryParam("kind", leave.kind())
        .queryParam("standIn", leave.standIn() == null ? "" : leave.standIn())
        .toUriString();
  }
}
