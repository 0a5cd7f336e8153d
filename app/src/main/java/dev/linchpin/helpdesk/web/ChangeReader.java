package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketKind;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.KnownProblems;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.web.shell.Typed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what a form or a program says into a change. Everything it names is loaded with the right
/// to see it.
@Component
class ChangeReader {
  private final Access access;
  private final Tickets tickets;
  private final Queues queues;
  private final Services services;
  private final Projects projects;
  private final KnownProblems problems;
  private final Callers callers;

  ChangeReader(
      Access access,
      Tickets tickets,
      Queues queues,
      Services services,
      Projects projects,
      KnownProblems problems,
      Callers callers) {
    this.access = access;
    this.tickets = tickets;
    this.queues = queues;
    this.services = services;
    this.projects = projects;
    this.problems = problems;
    this.callers = callers;
  }

  /// @throws IllegalArgumentException with a sentence for whoever typed it
  Change read(Who who, ChangeForm form) {
    String to = form.toOrNothing();
    String text = form.textOrNothing();
    return switch (form.whatOrNothing()) {
      case "assign" -> new Change.Assign(personOrNobody(who, to.isEmpty() ? text : to));
      case "move" -> new Change.Move(queue(who, to));
      case "priority" -> new Change.Prioritise(grade(form.impact()), grade(form.urgency()));
      case "title" -> new Change.Retitle(text);
      case "kind" -> new Change.Classify(kind(to));
      case "service" -> new Change.About(service(to));
      case "caller" -> new Change.CalledBy(callers.read(text, form.email(), form.phone()));
      case "begin" -> new Change.Begin();
      case "wait-for-caller" -> new Change.Wait(false);
      case "wait-for-vendor" -> new Change.Wait(true);
      case "resolve" -> new Change.Resolve(text);
      case "close" -> new Change.Close();
      case "reopen" -> new Change.Reopen();
      case "tag" -> new Change.Tag(text);
      case "untag" -> new Change.Untag(text);
      case "watch" -> new Change.Watch(person(who, to.isEmpty() ? text : to));
      case "unwatch" -> new Change.Unwatch(person(who, to));
      case "link" -> new Change.Link(link(who, to, text));
      case "unlink" -> new Change.Unlink(new TicketLink(linkKind(to), text));
      case "item" -> new Change.Check(text, false);
      case "check" -> new Change.Check(text, true);
      case "remove-item" -> new Change.RemoveItem(text);
      case "merge" -> new Change.MergeInto(merge(who, text));
      case "split" -> new Change.Split(uuid(to, "Choose the message."), text);
      default -> throw new IllegalArgumentException("Choose what to change.");
    };
  }

  private @Nullable PersonId personOrNobody(Who who, String typed) {
    return typed.isEmpty() || typed.equalsIgnoreCase("nobody") ? null : person(who, typed);
  }

  private PersonId person(Who who, String typed) {
    return callers.person(who, typed);
  }

  private QueueId queue(Who who, String to) {
    try {
      return access.load(who, queues, new QueueId(uuid(to, "Choose a queue.")), Right.READ).id();
    } catch (NotThere gone) {
      throw new IllegalArgumentException("There is no such queue any more.");
    }
  }

  private @Nullable ServiceId service(String to) {
    if (to.isEmpty()) {
      return null;
    }
    return services.all().stream()
        .filter(one -> one.key().equals(to) || one.id().toString().equals(to))
        .findFirst()
        .map(Service::id)
        .orElseThrow(() -> new IllegalArgumentException("There is no such service any more."));
  }

  private TicketLink link(Who who, String kind, String typed) {
    String ref = typed.matches("\\d+") ? "T-" + typed : typed;
    var link = new TicketLink(linkKind(kind), ref);
    if (link.isTicket()) {
      if (tickets.find(link.ticketNumber()).isEmpty()) {
        throw new IllegalArgumentException("There is no ticket %s.".formatted(link.ref()));
      }
    } else if (isProblem(link.ref())) {
      return new TicketLink(link.kind(), problem(who, link.ref()));
    } else if (!isChange(link.ref()) && !mayRead(who, link.ref())) {
      throw new IllegalArgumentException(
          "There is no project or task %s. Write it like NET or NET-12.".formatted(link.ref()));
    }
    return link;
  }

  private static boolean isProblem(String ref) {
    return ref.matches("[Pp]-\\d{1,9}");
  }

  private String problem(Who who, String ref) {
    try {
      return access.load(who, problems, Integer.valueOf(ref.substring(2)), Right.READ).ref();
    } catch (NotThere gone) {
      throw new IllegalArgumentException("There is no problem %s.".formatted(ref));
    }
  }

  /// Changes have refs like C-7; nobody keeps them here yet.
  private static boolean isChange(String ref) {
    return ref.matches("[Cc]-\\d+");
  }

  private boolean mayRead(Who who, String ref) {
    return projectKey(ref)
        .flatMap(projects::find)
        .filter(project -> projects.allows(who, Right.READ, project))
        .isPresent();
  }

  static Optional<ProjectKey> projectKey(String ref) {
    String key = ref.replaceFirst("-\\d+$", "").toUpperCase(java.util.Locale.ROOT);
    return key.matches("[A-Z][A-Z0-9]{1,7}") ? Optional.of(new ProjectKey(key)) : Optional.empty();
  }

  private String merge(Who who, String typed) {
    try {
      return access.load(who, tickets, Ticket.numberIn(typed), Right.WRITE).number();
    } catch (NotThere gone) {
      throw new IllegalArgumentException("Enter the number of another ticket, like 1002.");
    }
  }

  static Grade grade(@Nullable String typed) {
    return one(Grade.class, typed, "Choose how much: low, medium or high.");
  }

  static TicketKind kind(@Nullable String typed) {
    return one(TicketKind.class, typed, "Choose incident or service request.");
  }

  private static TicketLink.Kind linkKind(String typed) {
    return one(TicketLink.Kind.class, typed, "Choose in which way it is linked.");
  }

  private static <E extends Enum<E>> E one(Class<E> type, @Nullable String typed, String message) {
    String name =
        ChangeForm.text(typed)
            .toUpperCase(java.util.Locale.ROOT)
            .replace('-', '_')
            .replace(' ', '_');
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(message);
  }

  private static UUID uuid(String typed, String message) {
    return Typed.id(typed).orElseThrow(() -> new IllegalArgumentException(message));
  }
}
