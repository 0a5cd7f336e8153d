package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.levels.Rotas;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Who works on which tickets?
@Controller
class QueuePages {
  private static final String TAKEN = "There is a queue with this name. Enter another one.";

  private final Access access;
  private final Queues queues;
  private final People people;
  private final Services services;
  private final Callers callers;
  private final Rotas rotas;
  private final Zone zone;

  QueuePages(
      Access access,
      Queues queues,
      People people,
      Services services,
      Callers callers,
      Rotas rotas,
      Zone zone) {
    this.access = access;
    this.queues = queues;
    this.people = people;
    this.services = services;
    this.callers = callers;
    this.rotas = rotas;
    this.zone = zone;
  }

  @GetMapping("/tickets/queues")
  Page all(Who who) {
    access.require(who, Permission.READ_TICKETS);
    List<QueuesView.Row> rows =
        queues.all().stream()
            .map(queue ->
                new QueuesView.Row(
                    address(queue),
                    queue.name(),
                    names(queue),
                    serviceNames(queue),
                    onCall(queue),
                    address(queue) + "/on-call",
                    "/tickets?show=open&queue=" + queue.id()))
            .toList();
    return Page.of(
        "helpdesk/web/queues.jte",
        "Queues",
        Place.TICKETS,
        new QueuesView(
            When.count(rows.size(), "queue") + ".",
            access.may(who, Permission.MANAGE_PEOPLE),
            rows));
  }

  @GetMapping("/tickets/queues/new")
  Page blank(Who who) {
    access.require(who, Permission.MANAGE_PEOPLE);
    return form(
        "New queue", "/tickets/queues", new QueueForm("", "", List.of(), "", "0"), new Problems());
  }

  @PostMapping("/tickets/queues")
  View add(Who who, QueueForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var problems = new Problems();
    Optional<Queue> queue =
        form.read(who, new QueueId(UUID.randomUUID()), services.all(), callers, problems);
    if (queue.isPresent() && !queues.add(queue.get(), who.name())) {
      problems.add("name", TAKEN);
    }
    return problems.any() || queue.isEmpty()
        ? form("New queue", "/tickets/queues", form, problems).withProblems()
        : Going.to("/tickets/queues", queue.get().name() + " is added.", request);
  }

  @GetMapping("/tickets/queues/{id}")
  Page show(Who who, @PathVariable String id) {
    Queue queue = access.load(who, queues, id(id), Right.READ);
    if (!queues.allows(who, Right.WRITE, queue)) {
      return page(queue.name(), address(queue), false, form(queue), facts(queue), new Problems());
    }
    return form(queue.name(), address(queue), form(queue), new Problems());
  }

  @PostMapping("/tickets/queues/{id}")
  View change(Who who, @PathVariable String id, QueueForm form, HttpServletRequest request) {
    Queue there = access.load(who, queues, id(id), Right.WRITE);
    var problems = new Problems();
    Optional<Queue> queue = form.read(who, there.id(), services.all(), callers, problems);
    try {
      if (queue.isPresent() && !queues.put(queue.get(), who.name())) {
        problems.add("name", "Somebody changed it meanwhile. Look at it again: " + there.name());
      }
    } catch (DuplicateKeyException e) {
      problems.add("name", TAKEN);
    }
    return problems.any()
        ? form(there.name(), address(there), form, problems).withProblems()
        : Going.to("/tickets/queues", "Saved.", request);
  }

  private QueueForm form(Queue queue) {
    List<String> keys =
        services.all().stream()
            .filter(one -> queue.services().contains(one.id()))
            .map(Service::key)
            .toList();
    String names =
        people.all(queue.people()).values().stream()
            .map(person -> person.email().isEmpty() ? person.name() : person.email())
            .collect(Collectors.joining("\n"));
    return new QueueForm(
        queue.name(), names, keys, queue.rest() ? "yes" : "", Integer.toString(queue.version()));
  }

  private Page form(String heading, String action, QueueForm form, Problems problems) {
    return page(heading, action, true, form, Map.of(), problems);
  }

  private Page page(
      String heading,
      String action,
      boolean mayChange,
      QueueForm form,
      Map<String, String> facts,
      Problems problems) {
    var names = new LinkedHashMap<String, String>();
    services.all().forEach(service -> names.put(service.key(), service.name()));
    return Page.of(
        "helpdesk/web/queue.jte",
        heading,
        Place.TICKETS,
        new QueueView(
            heading,
            action,
            mayChange,
            ChangeForm.text(form.name()),
            ChangeForm.text(form.people()),
            names,
            form.services(),
            ChangeForm.text(form.rest()).equals("yes"),
            ChangeForm.text(form.version()),
            action.equals("/tickets/queues") ? "" : action + "/on-call",
            facts,
            problems));
  }

  private String onCall(Queue queue) {
    return rotas
        .onCall(queue.id(), zone.instant())
        .flatMap(turn -> people.find(turn.person()))
        .map(Person::name)
        .orElse("nobody");
  }

  private Map<String, String> facts(Queue queue) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("People", names(queue));
    facts.put("Services", serviceNames(queue));
    return facts;
  }

  private String names(Queue queue) {
    return people.all(queue.people()).values().stream()
        .map(Person::name)
        .collect(Collectors.joining(", "));
  }

  private String serviceNames(Queue queue) {
    String names =
        services.all().stream()
            .filter(one -> queue.services().contains(one.id()))
            .map(Service::name)
            .collect(Collectors.joining(", "));
    if (!queue.rest()) {
      return names;
    }
    return names.isEmpty() ? "all that no other queue takes" : names + ", and the rest";
  }

  private static String address(Queue queue) {
    return "/tickets/queues/" + queue.id();
  }

  private static QueueId id(String text) {
    return Typed.id(text)
        .map(QueueId::new)
        .orElseThrow(() -> new NotThere("There is no queue named " + text + "."));
  }
}
