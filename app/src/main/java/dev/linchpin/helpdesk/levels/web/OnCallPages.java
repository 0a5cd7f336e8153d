package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.levels.DayTime;
import dev.linchpin.helpdesk.levels.Rota;
import dev.linchpin.helpdesk.levels.Rotas;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// Who is on call, now and next?
@Controller
class OnCallPages {
  private final Access access;
  private final Queues queues;
  private final Rotas rotas;
  private final People people;
  private final Callers callers;
  private final Zone zone;

  OnCallPages(
      Access access, Queues queues, Rotas rotas, People people, Callers callers, Zone zone) {
    this.access = access;
    this.queues = queues;
    this.rotas = rotas;
    this.people = people;
    this.callers = callers;
    this.zone = zone;
  }

  @GetMapping("/tickets/queues/{id}/on-call")
  Page show(Who who, @PathVariable String id) {
    Queue queue = access.load(who, queues, id(id), Right.READ);
    return page(who, queue, form(queue), SwapForm.EMPTY, new Problems());
  }

  @PostMapping("/tickets/queues/{id}/on-call")
  View change(Who who, @PathVariable String id, OnCallForm form, HttpServletRequest request) {
    Queue queue = access.load(who, queues, id(id), Right.WRITE);
    var problems = new Problems();
    List<Rota.Swap> swaps = rotas.find(queue.id()).map(Rota::swaps).orElse(List.of());
    Optional<Rota> rota = form.read(who, queue.id(), swaps, callers, problems);
    if (rota.isPresent() && !rotas.put(rota.get(), queue, who.name())) {
      problems.add("people", "Somebody changed it meanwhile. Look at it again.");
    }
    return problems.any() || rota.isEmpty()
        ? page(who, queue, form, SwapForm.EMPTY, problems).withProblems()
        : Going.to(address(queue), "Saved.", request);
  }

  @PostMapping("/tickets/queues/{id}/on-call/swaps")
  View swap(Who who, @PathVariable String id, SwapForm form, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    Queue queue = access.load(who, queues, id(id), Right.READ);
    var problems = new Problems();
    if (rotas.find(queue.id()).isEmpty()) {
      problems.add("people", "Say first who is on call week by week.");
    }
    Optional<Rota.Swap> swap = form.read(who, callers, problems);
    if (problems.any() || swap.isEmpty()) {
      return page(who, queue, form(queue), form, problems).withProblems();
    }
    rotas.add(queue, swap.get(), who.name());
    return Going.to(
        address(queue),
        "The swap is kept.",
        address(queue) + "/swaps/" + swap.get().id() + "/removal",
        request);
  }

  @PostMapping("/tickets/queues/{id}/on-call/swaps/{swap}/removal")
  View unswap(
      Who who, @PathVariable String id, @PathVariable UUID swap, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    Queue queue = access.load(who, queues, id(id), Right.READ);
    if (!rotas.remove(queue, swap, who.name())) {
      throw new NotThere("There is no such swap any more.");
    }
    return Going.to(address(queue), "The swap is removed.", request);
  }

  /// Who is on call, for programs.
  record OnCall(@Nullable Turn now, @Nullable Turn next, List<Turn> gaps) {}

  /// @param person id in the directory
  record Turn(String person, String name, Instant from, Instant until) {}

  @GetMapping("/api/v1/queues/{id}/on-call")
  @ResponseBody
  OnCall read(Who who, @PathVariable String id) {
    Queue queue = access.load(who, queues, id(id), Right.READ);
    Instant now = zone.instant();
    Optional<Rota> rota = rotas.find(queue.id());
    List<Rota.Turn> turns =
        rota.map(one -> one.turns(now, now.plus(Rotas.AHEAD), zone.id())).orElse(List.of());
    Map<PersonId, Person> persons =
        people.all(turns.stream().map(Rota.Turn::person).collect(Collectors.toSet()));
    List<Rotas.Gap> gaps =
        rota.map(one -> rotas.gaps(one, now, now.plus(Rotas.AHEAD))).orElse(List.of());
    Rota.Turn next =
        turns.stream().filter(turn -> turn.begins().isAfter(now)).findFirst().orElse(null);
    return new OnCall(
        rotas.onCall(queue.id(), now).map(turn -> turn(turn, persons)).orElse(null),
        next == null ? null : turn(next, persons),
        gaps.stream()
            .map(gap -> turn(new Rota.Turn(gap.begins(), gap.ends(), gap.person(), null), persons))
            .toList());
  }

  private static Turn turn(Rota.Turn turn, Map<PersonId, Person> persons) {
    return new Turn(
        turn.person().toString(), name(turn.person(), persons), turn.begins(), turn.ends());
  }

  private OnCallForm form(Queue queue) {
    Optional<Rota> rota = rotas.find(queue.id());
    LocalDateTime now = zone.now();
    String names =
        rota.map(Rota::people).orElse(List.of()).stream()
            .flatMap(person -> people.find(person).stream())
            .map(person -> person.email().isEmpty() ? person.name() : person.email())
            .collect(Collectors.joining("\n"));
    return new OnCallForm(
        names,
        rota.map(one -> one.firstDay().toString())
            .orElse(now.toLocalDate().with(java.time.DayOfWeek.MONDAY).toString()),
        rota.map(one -> one.handOver().toString()).orElse("09:00"),
        Integer.toString(rota.map(Rota::version).orElse(0)));
  }

  private Page page(Who who, Queue queue, OnCallForm form, SwapForm swap, Problems problems) {
    Instant now = zone.instant();
    Optional<Rota> rota = rotas.find(queue.id());
    List<Rota.Turn> turns =
        rota.map(one -> one.turns(now, now.plus(Rotas.AHEAD), zone.id())).orElse(List.of());
    List<Rotas.Gap> gaps =
        rota.map(one -> rotas.gaps(one, now, now.plus(Rotas.AHEAD))).orElse(List.of());
    var ids = new HashSet<PersonId>();
    turns.forEach(turn -> ids.add(turn.person()));
    Map<PersonId, Person> persons = people.all(ids);
    boolean maySwap = access.may(who, Permission.CHANGE_TICKET) && rota.isPresent();
    return Page.of(
        "helpdesk/levels/web/on-call.jte",
        "On call: " + queue.name(),
        Place.TICKETS,
        new OnCallView(
            "On call: " + queue.name(),
            "/tickets/queues/" + queue.id(),
            sentence(turns, gaps, persons, now),
            gaps.stream().map(gap -> gap(gap, persons)).toList(),
            turns.stream().map(turn -> row(queue, turn, persons, maySwap)).toList(),
            queues.allows(who, Right.WRITE, queue) ? address(queue) : null,
            maySwap ? address(queue) + "/swaps" : null,
            form,
            swap,
            problems));
  }

  private String sentence(
      List<Rota.Turn> turns, List<Rotas.Gap> gaps, Map<PersonId, Person> persons, Instant now) {
    if (turns.isEmpty()) {
      return "Nobody is on call for this queue.";
    }
    Rota.Turn first = turns.getFirst();
    if (first.begins().isAfter(now)) {
      return "Nobody is on call yet. %s begins %s."
          .formatted(name(first.person(), persons), time(first.begins()));
    }
    boolean away = gaps.stream().anyMatch(gap -> !gap.begins().isAfter(now));
    String who =
        away
            ? "Nobody is on call now: %s is on leave.".formatted(name(first.person(), persons))
            : "%s is on call until %s."
                .formatted(name(first.person(), persons), time(first.ends()));
    return turns.size() == 1
        ? who
        : who + " Then it is %s.".formatted(name(turns.get(1).person(), persons));
  }

  private String gap(Rotas.Gap gap, Map<PersonId, Person> persons) {
    return "%s is on leave from %s to %s: nobody is on call. Name somebody below."
        .formatted(name(gap.person(), persons), time(gap.begins()), time(gap.ends()));
  }

  private OnCallView.Row row(
      Queue queue, Rota.Turn turn, Map<PersonId, Person> persons, boolean maySwap) {
    UUID swap = turn.swap();
    return new OnCallView.Row(
        time(turn.begins()),
        time(turn.ends()),
        name(turn.person(), persons),
        swap == null ? "" : "swapped",
        swap == null || !maySwap ? null : address(queue) + "/swaps/" + swap + "/removal");
  }

  private String time(Instant at) {
    return DayTime.words(LocalDateTime.ofInstant(at, zone.id()), zone.now());
  }

  private static String name(PersonId id, Map<PersonId, Person> persons) {
    Person person = persons.get(id);
    return person == null ? "Somebody" : person.name();
  }

  private static String address(Queue queue) {
    return "/tickets/queues/" + queue.id() + "/on-call";
  }

  private static QueueId id(String text) {
    return Typed.id(text)
        .map(QueueId::new)
        .orElseThrow(() -> new NotThere("There is no queue named " + text + "."));
  }
}
