package dev.linchpin.answers;

import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Situation.LikeJobs;
import dev.linchpin.directory.Answering;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Subject;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known about tickets, services and people.
@Component
class DeskFacts {
  private static final int DUTIES_MAX = 5;

  private final Tickets tickets;
  private final Services services;
  private final People people;
  private final Projects projects;
  private final GoTos goTos;
  private final WorkingTime workingTime;
  private final Doubts doubts;

  DeskFacts(
      Tickets tickets,
      Services services,
      People people,
      Projects projects,
      GoTos goTos,
      WorkingTime workingTime,
      Doubts doubts) {
    this.tickets = tickets;
    this.services = services;
    this.people = people;
    this.projects = projects;
    this.goTos = goTos;
    this.workingTime = workingTime;
    this.doubts = doubts;
  }

  AnswerFacts of(Ref ref, Ticket ticket, AskedAt asked) {
    List<Contact> contacts = contacts(ticket, asked);
    return facts(
        ref,
        ticket.name(),
        situation(ticket),
        doubts.open(ref).stream().findFirst().map(Doubt::text).orElse(null),
        contacts.isEmpty() ? null : contacts.getFirst(),
        contacts.size() < 2 ? null : contacts.get(1));
  }

  AnswerFacts of(Ref ref, Service service, AskedAt asked) {
    Answering answering = goTos.answering(service.subject(), asked.now());
    Contact goTo = Contacts.of(answering.goTo());
    Sentence sentence =
        goTo == null
            ? Sentence.EMPTY.strong("Nobody").say(" is named as go-to for " + service.name() + ".")
            : Sentence.EMPTY
                .say("The go-to person for " + service.name() + " is ")
                .strong(goTo.name())
                .say(". " + answering.words());
    return facts(
        ref,
        service.name(),
        new Situation.WhoIsIt(sentence),
        null,
        goTo,
        Contacts.of(answering.standIn()));
  }

  AnswerFacts of(Ref ref, Person person, Who who, AskedAt asked) {
    Contact contact = Contacts.of(person, workingTime.presence(person.id(), asked.now()));
    List<String> duties =
        goTos.goToFor(person.id()).stream()
            .filter(duty -> mayRead(who, duty.subject()))
            .map(GoTos.Duty::title)
            .limit(DUTIES_MAX)
            .toList();
    Sentence sentence =
        Sentence.EMPTY
            .strong(person.name())
            .say(person.title().isEmpty() ? "" : " (" + person.title() + ")")
            .say(" is " + contact.presence() + ".")
            .say(duties.isEmpty() ? "" : " Go-to for: " + String.join(", ", duties) + ".");
    return facts(ref, person.name(), new Situation.WhoIsIt(sentence), null, contact, null);
  }

  private Situation situation(Ticket ticket) {
    return switch (ticket.state()) {
      case NEW, OPEN ->
          new Situation.Queued(
              ticket.opened().toLocalDate(),
              tickets
                  .likeThis(ticket.number())
                  .map(pace -> new LikeJobs(pace.tickets(), pace.workdays()))
                  .orElse(null),
              tickets.place(ticket).orElse(null));
      case WAITING -> new Situation.Waiting("somebody outside the help desk", null, null);
      case WAITING_FOR_CALLER -> new Situation.Waiting("the caller", null, null);
      case WAITING_FOR_VENDOR -> new Situation.Waiting("a vendor", null, null);
      case RESOLVED, CLOSED -> new Situation.Done(ended(ticket), null);
    };
  }

  private static LocalDate ended(Ticket ticket) {
    LocalDateTime ended = ticket.ended();
    return (ended == null ? ticket.opened() : ended).toLocalDate();
  }

  /// Who works on it, then the go-to of its service, then that one's stand-in.
  private List<Contact> contacts(Ticket ticket, AskedAt asked) {
    Optional<Contact> assignee =
        Optional.ofNullable(ticket.person())
            .flatMap(people::find)
            .map(person -> Contacts.of(person, workingTime.presence(person.id(), asked.now())));
    Optional<Answering> answering =
        services.all().stream()
            .filter(service -> service.id().equals(ticket.service()))
            .findFirst()
            .map(service -> goTos.answering(service.subject(), asked.now()));
    return Stream.of(
            assignee,
            answering.map(Answering::goTo).map(Contacts::of),
            answering.map(Answering::standIn).map(Contacts::of))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private boolean mayRead(Who who, Subject subject) {
    return subject.kind() != Subject.Kind.PROJECT
        || projects
            .find(new ProjectKey(subject.key()))
            .filter(project -> projects.allows(who, Right.READ, project))
            .isPresent();
  }

  private static AnswerFacts facts(
      Ref ref,
      String title,
      Situation situation,
      @Nullable String doubt,
      @Nullable Contact goTo,
      @Nullable Contact standIn) {
    return new AnswerFacts(
        ref, title, situation, doubt, goTo, standIn, TrackRecord.NONE, null, "", null, null);
  }
}
