package dev.linchpin.answers;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.answers.PlanFacts.Planned;
import dev.linchpin.directory.People;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Asking;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.TaskRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Answers about anything that has a ref, for one person: loads what is known through [Access] and
/// says it.
@Component
public class AnswerBook {
  private final Access access;
  private final Projects projects;
  private final Milestones milestones;
  private final Tickets tickets;
  private final Services services;
  private final People people;
  private final Asking asking;
  private final PlanFacts planFacts;
  private final DeskFacts deskFacts;

  AnswerBook(
      Access access,
      Projects projects,
      Milestones milestones,
      Tickets tickets,
      Services services,
      People people,
      Asking asking,
      PlanFacts planFacts,
      DeskFacts deskFacts) {
    this.access = access;
    this.projects = projects;
    this.milestones = milestones;
    this.tickets = tickets;
    this.services = services;
    this.people = people;
    this.asking = asking;
    this.planFacts = planFacts;
    this.deskFacts = deskFacts;
  }

  /// This moment, for this person.
  public AskedAt asked(Who who) {
    return asking.now(who);
  }

  /// The answer.
  ///
  /// @throws NotThere when it is absent, or not for this person to read: both look the same
  public Answer answer(Who who, Ref ref, AskedAt asked) {
    return Answer.of(facts(who, ref, asked), asked);
  }

  /// The answers about these projects, in their order, for about as many questions to the database
  /// as one of them takes.
  ///
  /// @param some such as this person may read
  public List<Answer> answers(Who who, List<Project> some, AskedAt asked) {
    return facts(who, some, asked).stream().map(facts -> Answer.of(facts, asked)).toList();
  }

  private List<AnswerFacts> facts(Who who, List<Project> some, AskedAt asked) {
    return planFacts.of(some.stream().map(Planned::of).toList(), who, asked);
  }

  /// What is known about those of these projects and milestones that there are and that this person
  /// may read, for about as many questions to the database as one of them takes.
  public List<AnswerFacts> facts(Who who, Collection<Ref> refs, AskedAt asked) {
    return planFacts.of(planned(who, refs), who, asked);
  }

  /// What those of these projects and milestones are called that there are and that this person may
  /// read, by ref.
  public Map<String, String> titles(Who who, Collection<Ref> refs) {
    return planned(who, refs).stream()
        .collect(Collectors.toMap(one -> one.ref().toString(), Planned::title));
  }

  private List<Planned> planned(Who who, Collection<Ref> refs) {
    var keys = new LinkedHashSet<ProjectKey>();
    var parts = new LinkedHashSet<TaskRef>();
    for (Ref ref : refs) {
      switch (ref) {
        case Ref.OfProject project -> keys.add(new ProjectKey(project.key()));
        case Ref.OfMilestone part when part.number() > 0 -> {
          parts.add(new TaskRef(new ProjectKey(part.key()), part.number()));
        }
        case Ref.OfMilestone _, Ref.OfTicket _, Ref.OfService _, Ref.OfPerson _ -> {}
      }
    }
    var all = new LinkedHashSet<>(keys);
    parts.forEach(part -> all.add(part.project()));
    Map<ProjectKey, Project> theirs = projects.readable(who, all);
    Stream<Planned> whole =
        keys.stream().flatMap(key -> Stream.ofNullable(theirs.get(key))).map(Planned::of);
    Stream<Planned> milestonesOf =
        milestones
            .named(parts.stream().filter(part -> theirs.containsKey(part.project())).toList())
            .stream()
            .map(part -> Planned.of(Objects.requireNonNull(theirs.get(part.project())), part));
    return Stream.concat(whole, milestonesOf).toList();
  }

  /// What is known.
  ///
  /// @throws NotThere when it is absent, or not for this person to read: both look the same
  public AnswerFacts facts(Who who, Ref ref, AskedAt asked) {
    return switch (ref) {
      case Ref.OfProject project ->
          planFacts.of(List.of(Planned.of(project(who, project.key()))), who, asked).getFirst();
      case Ref.OfMilestone part ->
          planFacts
              .of(List.of(Planned.of(project(who, part.key()), milestone(part))), who, asked)
              .getFirst();
      case Ref.OfTicket ticket ->
          deskFacts.of(ticket, access.load(who, tickets, ticket.number(), Right.READ), asked);
      case Ref.OfService service ->
          deskFacts.of(service, access.load(who, services, service.key(), Right.READ), asked);
      case Ref.OfPerson person ->
          deskFacts.of(
              person, access.load(who, people, new PersonId(person.id()), Right.READ), who, asked);
    };
  }

  /// Whether this person may settle doubts about it: who may change the project or the ticket, and
  /// the go-to.
  ///
  /// @throws NotThere when it is absent, or not for this person to read
  public boolean maySettle(Who who, AnswerFacts facts) {
    Contact goTo = facts.goTo();
    if (goTo != null && goTo.email() != null && goTo.email().equalsIgnoreCase(who.email())) {
      return true;
    }
    return switch (facts.ref()) {
      case Ref.OfProject project -> projects.allows(who, Right.WRITE, project(who, project.key()));
      case Ref.OfMilestone milestone ->
          projects.allows(who, Right.WRITE, project(who, milestone.key()));
      case Ref.OfTicket ticket ->
          tickets.allows(who, Right.WRITE, access.load(who, tickets, ticket.number(), Right.READ));
      case Ref.OfService _, Ref.OfPerson _ -> false;
    };
  }

  private Project project(Who who, String key) {
    return access.load(who, projects, new ProjectKey(key), Right.READ);
  }

  private PlannedTask milestone(Ref.OfMilestone ref) {
    return Optional.of(ref)
        .filter(named -> named.number() > 0)
        .flatMap(named -> milestones.find(new TaskRef(new ProjectKey(named.key()), named.number())))
        .orElseThrow(() -> new NotThere("There is nothing here named " + ref + "."));
  }
}
