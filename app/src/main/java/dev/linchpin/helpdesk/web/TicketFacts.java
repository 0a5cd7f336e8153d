package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.CannedReplies;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.Histories;
import dev.linchpin.helpdesk.HistoryRow;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketField;
import dev.linchpin.helpdesk.TicketKind;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.TicketParts;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.Works;
import dev.linchpin.helpdesk.monitoring.Deliveries;
import dev.linchpin.planning.AnswerSource;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Asking;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.ShortAnswer;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the page of a ticket shows.
@Component
class TicketFacts {
  private static final int PROJECTS_MAX = 2;
  private static final int TOLD_MAX = 160;

  private final Tickets tickets;
  private final Messages messages;
  private final SaidFacts saidFacts;
  private final Histories histories;
  private final TicketParts parts;
  private final Works works;
  private final Queues queues;
  private final CannedReplies canned;
  private final Services services;
  private final People people;
  private final GoTos goTos;
  private final Projects projects;
  private final Asking asking;
  private final AnswerSource answers;
  private final Hands hands;
  private final Deliveries deliveries;
  private final Zone zone;

  TicketFacts(
      Tickets tickets,
      Messages messages,
      SaidFacts saidFacts,
      Histories histories,
      TicketParts parts,
      Works works,
      Queues queues,
      CannedReplies canned,
      Services services,
      People people,
      GoTos goTos,
      Projects projects,
      Asking asking,
      AnswerSource answers,
      Hands hands,
      Deliveries deliveries,
      Zone zone) {
    this.tickets = tickets;
    this.messages = messages;
    this.saidFacts = saidFacts;
    this.histories = histories;
    this.parts = parts;
    this.works = works;
    this.queues = queues;
    this.canned = canned;
    this.services = services;
    this.people = people;
    this.goTos = goTos;
    this.projects = projects;
    this.asking = asking;
    this.answers = answers;
    this.hands = hands;
    this.deliveries = deliveries;
    this.zone = zone;
  }

  /// The text an answer begins with.
  ///
  /// @param reply id of a canned reply, or the key of a project; anything else begins with nothing
  String begun(Who who, Ticket ticket, String reply) {
    if (reply.isEmpty()) {
      return "";
    }
    Optional<String> fromProject =
        cards(who, ticket).stream()
            .filter(card -> card.insert().endsWith("?reply=" + reply + "#text"))
            .map(TicketView.ProjectCard::say)
            .findFirst();
    return fromProject.orElseGet(() ->
        canned.all().stream()
            .filter(one -> one.id().toString().equals(reply))
            .map(one -> one.about(ticket, who.name()))
            .findFirst()
            .orElse(""));
  }

  TicketView view(
      Who who, Ticket ticket, boolean mayChange, TicketPage.Typed typed, Problems problems) {
    LocalDateTime now = zone.now();
    String address = TicketListView.address(ticket.number());
    Optional<Service> service =
        services.all().stream().filter(one -> one.id().equals(ticket.service())).findFirst();
    List<Message> said = messages.of(ticket);
    Map<PersonId, String> watchers = parts.watchers(ticket);
    boolean works = mayChange && ticket.mergedInto() == null;
    return new TicketView(
        address,
        ticket.name(),
        ticket.number(),
        TicketListView.kind(ticket.state()),
        ticket.state().word(),
        headline(ticket, now),
        told(said, now),
        Due.all(ticket, now, zone.id()),
        ticket.mergedInto() == null
            ? null
            : new TicketView.Link(
                TicketListView.address(ticket.mergedInto()), ticket.mergedInto(), ""),
        tickets.likeThis(ticket.number()).map(pace -> pace.words()).orElse(""),
        address + "/answer",
        cards(who, ticket),
        ticket.description(),
        saidFacts.of(ticket, said, now),
        works ? reply(ticket, typed.reply()) : null,
        works ? desk(who, ticket, typed, watchers) : null,
        facts(ticket, service, now),
        links(ticket),
        items(ticket),
        parts.tags(ticket),
        List.copyOf(watchers.values()),
        worked(ticket, now),
        history(ticket, mayChange, now),
        problems);
  }

  private static String headline(Ticket ticket, LocalDateTime now) {
    LocalDateTime ended = ticket.ended();
    if (ticket.state().isOpen() || ended == null) {
      String who = ticket.assignee().isEmpty() ? "Nobody" : ticket.assignee();
      return "Open for %s. %s has it.".formatted(When.since(ticket.opened(), now), who);
    }
    return "Done on %s, %s after it was opened."
        .formatted(When.of(ended, now).text(), When.since(ticket.opened(), ended));
  }

  private String told(List<Message> said, LocalDateTime now) {
    return said.reversed().stream()
        .filter(one -> one.kind() == Message.Kind.ANSWER)
        .findFirst()
        .map(one ->
            "The caller was told on %s: “%s”"
                .formatted(when(one.at(), now).full(), cut(one.text())))
        .orElse("");
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= TOLD_MAX ? line : line.substring(0, TOLD_MAX - 1) + "…";
  }

  private When when(Instant at, LocalDateTime now) {
    return When.moment(LocalDateTime.ofInstant(at, zone.id()), now);
  }

  private List<TicketView.ProjectCard> cards(Who who, Ticket ticket) {
    Set<Project> about = new LinkedHashSet<>();
    for (TicketLink link : parts.links(ticket)) {
      if (!link.isTicket()) {
        ChangeReader.projectKey(link.ref()).flatMap(projects::find).ifPresent(about::add);
      }
    }
    services.all().stream()
        .filter(one -> one.id().equals(ticket.service()))
        .findFirst()
        .ifPresent(service -> about.addAll(projects.needing(service.key())));
    List<Project> shown =
        about.stream()
            .filter(project -> project.state().takesTime())
            .filter(project -> projects.allows(who, Right.READ, project))
            .limit(PROJECTS_MAX)
            .toList();
    if (shown.isEmpty()) {
      return List.of();
    }
    AskedAt asked = asking.now(who);
    Map<ProjectKey, ShortAnswer> found = answers.answers(who, shown, asked);
    return shown.stream()
        .filter(project -> found.containsKey(project.key()))
        .map(project -> card(ticket, project, Objects.requireNonNull(found.get(project.key()))))
        .toList();
  }

  private static TicketView.ProjectCard card(Ticket ticket, Project project, ShortAnswer answer) {
    return new TicketView.ProjectCard(
        "/p/" + project.ref(),
        project.name(),
        answer.kind(),
        answer.state(),
        answer.sentence(),
        answer.say(),
        TicketListView.address(ticket.number()) + "?reply=" + project.ref() + "#text");
  }

  private TicketView.Reply reply(Ticket ticket, ReplyForm typed) {
    var then = new LinkedHashMap<String, String>();
    then.put("", "leave it " + ticket.state().word());
    then.put("wait-for-caller", "wait for the caller");
    then.put("wait-for-vendor", "wait for a vendor");
    then.put("resolve", "resolve it with this answer");
    var replies = new LinkedHashMap<String, String>();
    for (CannedReplies.CannedReply one : canned.all()) {
      replies.put(
          TicketListView.address(ticket.number()) + "?reply=" + one.id() + "#text", one.name());
    }
    return new TicketView.Reply(
        typed.kindOrAnswer(),
        typed.textOrNothing(),
        typed.thenOrNothing(),
        typed.spentOrNothing(),
        then,
        replies);
  }

  private TicketView.Desk desk(
      Who who, Ticket ticket, TicketPage.Typed typed, Map<PersonId, String> watchers) {
    Optional<Person> me = hands.person(who);
    Optional<Works.Timer> timer = me.flatMap(person -> works.timer(person.id()));
    var queueNames = new LinkedHashMap<String, String>();
    List<Queue> all = queues.all();
    if (ticket.queue() == null) {
      queueNames.put("", "no queue");
    }
    all.forEach(queue -> queueNames.put(queue.id().toString(), queue.name()));
    var serviceNames = new LinkedHashMap<String, String>();
    serviceNames.put("", "none");
    services.all().forEach(one -> serviceNames.put(one.id().toString(), one.name()));
    return new TicketView.Desk(
        Integer.toString(ticket.version()),
        ticket.state().isOpen(),
        ticket.state() == TicketState.RESOLVED,
        me.isPresent() && me.get().id().equals(ticket.person()),
        me.isPresent() && watchers.containsKey(me.get().id()),
        ticket.title(),
        typed.change().textOrNothing(),
        ticket.assignee(),
        ticket.queue() == null ? "" : ticket.queue().toString(),
        queueNames,
        ticket.service() == null ? "" : ticket.service().toString(),
        serviceNames,
        name(ticket.impact()),
        name(ticket.urgency()),
        grades(),
        ticket.kind().name(),
        kinds(),
        ticket.caller().name(),
        ticket.caller().email(),
        ticket.caller().phone(),
        ticket.outcome(),
        colleagues(ticket, all),
        linkKinds(),
        timer
            .map(one ->
                "Your clock runs on %s for %s."
                    .formatted(
                        one.ticket(), Works.words(Duration.between(one.since(), zone.instant()))))
            .orElse(""),
        timer.filter(one -> one.ticket().equals(ticket.number())).isPresent(),
        me.isPresent());
  }

  private static String name(@Nullable Grade grade) {
    return grade == null ? Grade.MEDIUM.name() : grade.name();
  }

  static Map<String, String> grades() {
    var grades = new LinkedHashMap<String, String>();
    for (Grade grade : Grade.values()) {
      grades.put(grade.name(), grade.word());
    }
    return grades;
  }

  static Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    for (TicketKind kind : TicketKind.values()) {
      kinds.put(kind.name(), kind.word());
    }
    return kinds;
  }

  private static Map<String, String> linkKinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put(TicketLink.Kind.BELONGS_TO.name(), TicketLink.Kind.BELONGS_TO.words());
    kinds.put(TicketLink.Kind.CAUSED_BY.name(), TicketLink.Kind.CAUSED_BY.words());
    kinds.put(TicketLink.Kind.DUPLICATE_OF.name(), TicketLink.Kind.DUPLICATE_OF.words());
    return kinds;
  }

  /// Whoever works on the queue, to assign it to.
  private List<String> colleagues(Ticket ticket, List<Queue> all) {
    return all.stream()
        .filter(queue -> queue.id().equals(ticket.queue()))
        .flatMap(queue -> people.all(queue.people()).values().stream())
        .map(Person::name)
        .toList();
  }

  private Map<String, String> facts(Ticket ticket, Optional<Service> service, LocalDateTime now) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Number", ticket.number());
    facts.put("Caller", ticket.caller().words());
    facts.put("Assigned to", ticket.assignee());
    facts.put("Queue", ticket.team());
    facts.put("Priority", priority(ticket));
    facts.put("Kind", ticket.kind().word());
    facts.put("Service", service.map(Service::name).orElse(ticket.serviceName()));
    facts.put("Go-to", service.map(one -> goTos.answering(one.subject(), now).words()).orElse(""));
    facts.put("Opened", When.of(ticket.opened(), now).full());
    facts.put("Resolved", When.of(ticket.resolved(), now).full());
    facts.put("Closed", When.of(ticket.closed(), now).full());
    facts.put("What was done", ticket.outcome());
    facts.put("Category", ticket.category());
    facts.put("Work", work(ticket));
    facts.put("Check", deliveries.about(ticket).orElse(""));
    facts.put("From", ticket.source().equals(Ticket.HERE) ? "" : ticket.source());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String priority(Ticket ticket) {
    Grade impact = ticket.impact();
    Grade urgency = ticket.urgency();
    return impact == null || urgency == null
        ? Priority.said(ticket.priority())
        : "%s (impact %s, urgency %s)"
            .formatted(Priority.said(ticket.priority()), impact.word(), urgency.word());
  }

  private static String work(Ticket ticket) {
    if (ticket.isLogged()) {
      return When.length(ticket.handled()) + ", as booked";
    }
    return ticket.touches() == 0
        ? ""
        : "%s, estimated from %,d touch%s"
            .formatted(
                When.length(ticket.handled()), ticket.touches(), ticket.touches() == 1 ? "" : "es");
  }

  private List<TicketView.Link> links(Ticket ticket) {
    var links = new ArrayList<TicketView.Link>();
    for (TicketLink link : parts.links(ticket)) {
      links.add(
          new TicketView.Link(address(link), link.words(), link.kind().name() + " " + link.ref()));
    }
    parts
        .linkedFrom(ticket)
        .forEach((number, kind) ->
            links.add(
                new TicketView.Link(
                    TicketListView.address(number),
                    "T-%s is %s this".formatted(number, kind.words()),
                    "")));
    return links;
  }

  private static String address(TicketLink link) {
    if (link.isTicket()) {
      return TicketListView.address(link.ticketNumber());
    }
    if (link.ref().matches("[Pp]-\\d+")) {
      return "/problems/" + link.ref().substring(2);
    }
    return link.ref().matches("[Cc]-\\d+") ? "" : "/p/" + link.ref();
  }

  private List<TicketView.Item> items(Ticket ticket) {
    return parts.items(ticket).entrySet().stream()
        .map(item -> new TicketView.Item(item.getKey(), item.getValue()))
        .toList();
  }

  private List<TicketView.Worked> worked(Ticket ticket, LocalDateTime now) {
    return works.of(ticket).stream()
        .map(work ->
            new TicketView.Worked(
                work.who(), when(work.at(), now), Works.words(work.time()), work.about()))
        .toList();
  }

  private List<TicketView.Step> history(Ticket ticket, boolean mayChange, LocalDateTime now) {
    List<HistoryRow> rows = histories.of(ticket);
    Set<Integer> reversed =
        rows.stream()
            .map(HistoryRow::reverses)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var steps = new LinkedHashMap<Integer, List<HistoryRow>>();
    rows.forEach(row -> steps.computeIfAbsent(row.step(), _ -> new ArrayList<>()).addFirst(row));
    return steps.entrySet().stream()
        .map(step -> {
          HistoryRow first = step.getValue().getFirst();
          boolean mayUndo =
              mayChange
                  && step.getKey() > 1
                  && first.reverses() == null
                  && !reversed.contains(step.getKey());
          return new TicketView.Step(
              when(first.at(), now),
              first.who(),
              step.getValue().stream().map(TicketFacts::words).toList(),
              mayUndo ? TicketChanges.undo(ticket, step.getKey()) : null);
        })
        .toList();
  }

  /// "priority: normal → high", "tag: vip added"
  private static String words(HistoryRow row) {
    String label = row.field().label();
    if (row.was().isEmpty()) {
      return row.becomes().isEmpty() ? label : label + ": " + named(row, row.becomes());
    }
    return row.becomes().isEmpty()
        ? "%s: %s removed".formatted(label, named(row, row.was()))
        : "%s: %s → %s".formatted(label, named(row, row.was()), row.becomes());
  }

  private static String named(HistoryRow row, String value) {
    return row.field() == TicketField.ITEM ? row.element() + " (" + value + ")" : cut(value);
  }
}
