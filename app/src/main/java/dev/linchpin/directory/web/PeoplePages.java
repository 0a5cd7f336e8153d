package dev.linchpin.directory.web;

import static java.util.Objects.requireNonNull;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Leave;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Presence;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Slice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is here, who is at work now, and who answers for what?
@Controller
class PeoplePages {
  private static final String AT = "/people/";
  private static final int ROWS_MAX = 200;
  private static final int GAPS_MAX = 20;
  private static final int CLOSE_MAX = 20;

  private final Access access;
  private final People people;
  private final Departments departments;
  private final Leaves leaves;
  private final GoTos goTos;
  private final WorkingTime workingTime;
  private final Zone zone;

  PeoplePages(
      Access access,
      People people,
      Departments departments,
      Leaves leaves,
      GoTos goTos,
      WorkingTime workingTime,
      Zone zone) {
    this.access = access;
    this.people = people;
    this.departments = departments;
    this.leaves = leaves;
    this.goTos = goTos;
    this.workingTime = workingTime;
    this.zone = zone;
  }

  @GetMapping("/people")
  Page all(
      Who who,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String after) {
    access.require(who, Permission.ASK);
    String wanted = words.strip();
    List<PeopleView.Row> everybody = rows();
    Slice<PeopleView.Row> found =
        Slice.of(
            found(everybody, wanted), row -> row.address().substring(AT.length()), after, ROWS_MAX);
    List<GoTos.Gap> gaps = goTos.gaps();
    return Page.of(
        "directory/web/people.jte",
        "People",
        Place.PEOPLE,
        new PeopleView(
            sentence(everybody, gaps),
            gaps.stream()
                .limit(GAPS_MAX)
                .map(gap -> new Link(gap.subject().address(), gap.title() + " " + gap.words()))
                .toList(),
            wanted,
            found.rows(),
            found.shown(),
            found.next() == null
                ? null
                : "/people?words=%s&after=%s"
                    .formatted(URLEncoder.encode(wanted, StandardCharsets.UTF_8), found.next()),
            access.may(who, Permission.MANAGE_PEOPLE)));
  }

  private List<PeopleView.Row> rows() {
    var now = zone.now();
    LocalDate today = now.toLocalDate();
    List<Person> all = people.all();
    List<PersonId> ids = all.stream().map(Person::id).toList();
    Map<PersonId, Presence> presences = workingTime.presences(ids, now);
    Map<PersonId, List<GoTos.Duty>> duties = goTos.goToFor();
    Map<DepartmentId, String> names =
        departments.all().stream().collect(Collectors.toMap(Department::id, Department::name));
    var leave = new HashMap<PersonId, Leave>();
    leaves
        .in(new DayRange(today, today.plusYears(1)), ids)
        .forEach(one -> leave.putIfAbsent(one.person(), one));
    return all.stream()
        .filter(person -> presences.containsKey(person.id()))
        .map(person -> {
          Presence presence = requireNonNull(presences.get(person.id()));
          Leave next = leave.get(person.id());
          return new PeopleView.Row(
              AT + person.id(),
              person.name(),
              person.title(),
              person.department() == null ? "" : names.getOrDefault(person.department(), ""),
              presence.atWork(),
              presence.words(),
              Link.to(duties.getOrDefault(person.id(), List.of())),
              next == null ? null : LeaveRow.of(next, "", today));
        })
        .toList();
  }

  private List<PeopleView.Row> found(List<PeopleView.Row> everybody, String words) {
    if (words.isEmpty()) {
      return everybody;
    }
    List<PeopleView.Row> exact = everybody.stream().filter(row -> row.mentions(words)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    List<String> close =
        people.like(words, CLOSE_MAX).stream().map(person -> AT + person.id()).toList();
    return everybody.stream().filter(row -> close.contains(row.address())).toList();
  }

  private static String sentence(List<PeopleView.Row> everybody, List<GoTos.Gap> gaps) {
    int atWork = (int) everybody.stream().filter(PeopleView.Row::atWork).count();
    int noGoTo = (int) gaps.stream().filter(gap -> gap.goTo() == null).count();
    int noStandIn = gaps.size() - noGoTo;
    return Stream.of(
                Say.count(everybody.size(), "person", "people"),
                atWork + " at work now",
                noGoTo == 0 ? "" : Say.count(noGoTo, "subject", "subjects") + " without a go-to",
                noStandIn == 0
                    ? ""
                    : Say.count(noStandIn, "subject", "subjects") + " without a stand-in")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "))
        + ".";
  }
}
