package dev.linchpin.helpdesk;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Edit.Value;
import dev.linchpin.platform.Zone;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns a change into edits of fields, or says why it cannot be done.
@Component
class Edits {
  private static final int TITLE_MAX = 500;
  private static final int TEXT_MAX = 20_000;
  private static final int NAME_MAX = 200;

  private final People people;
  private final Services services;
  private final Queues queues;
  private final TicketParts parts;
  private final Zone zone;

  Edits(People people, Services services, Queues queues, TicketParts parts, Zone zone) {
    this.people = people;
    this.services = services;
    this.queues = queues;
    this.parts = parts;
    this.zone = zone;
  }

  /// What a change comes to.
  sealed interface Wanted {
    /// @param asked what was asked for: nobody else may have changed these meanwhile
    /// @param follow what follows from it, as the ticket is now
    record Of(List<Edit> asked, List<Edit> follow) implements Wanted {
      Of(Edit... asked) {
        this(List.of(asked), List.of());
      }
    }

    record No(String why) implements Wanted {}
  }

  Wanted of(Ticket ticket, Change change, By by) {
    if (ticket.mergedInto() != null) {
      return new Wanted.No("It was merged into %1$s. Change %1$s.".formatted(ticket.mergedInto()));
    }
    return switch (change) {
      case Change.Assign to -> assign(ticket, to, by);
      case Change.Move to -> move(ticket, to);
      case Change.Prioritise to -> prioritise(ticket, to);
      case Change.Retitle to -> retitle(ticket, to.title().strip());
      case Change.Classify to ->
          new Wanted.Of(new Edit(TicketField.KIND, value(ticket.kind()), value(to.kind())));
      case Change.About to -> about(ticket, to.service());
      case Change.CalledBy to ->
          new Wanted.Of(new Edit(TicketField.CALLER, value(ticket.caller()), value(to.caller())));
      case Change.Begin _ -> ifOpen(ticket, TicketState.OPEN, by);
      case Change.Wait to ->
          ifOpen(
              ticket,
              to.vendor() ? TicketState.WAITING_FOR_VENDOR : TicketState.WAITING_FOR_CALLER,
              by);
      case Change.Resolve to -> resolve(ticket, to.outcome().strip(), by);
      case Change.Close _ ->
          ticket.state() == TicketState.RESOLVED || ticket.state() == TicketState.CLOSED
              ? new Wanted.Of(state(ticket, TicketState.CLOSED, by))
              : new Wanted.No("Resolve it first: say what was done.");
      case Change.Reopen _ ->
          ticket.state().isOpen()
              ? new Wanted.Of()
              : new Wanted.Of(state(ticket, TicketState.OPEN, by));
      case Change.Tag to -> tag(ticket, to.tag(), true);
      case Change.Untag to -> tag(ticket, to.tag(), false);
      case Change.Watch to -> watch(ticket, to.person(), true);
      case Change.Unwatch to -> watch(ticket, to.person(), false);
      case Change.Link to -> link(ticket, to.link(), true);
      case Change.Unlink to -> link(ticket, to.link(), false);
      case Change.Check to -> item(ticket, to.item().strip(), to.done() ? "done" : "to do");
      case Change.RemoveItem to -> item(ticket, to.item().strip(), "");
      case Change.MergeInto _, Change.Split _ -> throw new IllegalArgumentException("Two tickets.");
    };
  }

  private Wanted assign(Ticket ticket, Change.Assign change, By by) {
    Value before = new Value(text(ticket.person()), ticket.assignee());
    if (change.to() == null) {
      return new Wanted.Of(new Edit(TicketField.ASSIGNEE, before, Value.NOTHING));
    }
    Optional<Person> person = people.find(change.to());
    if (person.isEmpty()) {
      return new Wanted.No("Nobody of this name is in the directory.");
    }
    Value after = new Value(text(person.get().id()), person.get().name());
    return new Wanted.Of(
        List.of(new Edit(TicketField.ASSIGNEE, before, after)), looked(ticket, by));
  }

  private Wanted move(Ticket ticket, Change.Move change) {
    Optional<Queue> queue = queues.find(change.to());
    if (queue.isEmpty()) {
      return new Wanted.No("There is no such queue any more.");
    }
    var asked =
        new Edit(
            TicketField.QUEUE,
            new Value(text(ticket.queue()), ticket.team()),
            new Value(text(queue.get().id()), queue.get().name()));
    PersonId has = ticket.person();
    boolean stays =
        ticket.assignee().isEmpty() || has != null && queue.get().people().contains(has);
    return new Wanted.Of(
        List.of(asked),
        stays || asked.changesNothing()
            ? List.of()
            : List.of(
                new Edit(
                    TicketField.ASSIGNEE, new Value(text(has), ticket.assignee()), Value.NOTHING)));
  }

  private static Wanted prioritise(Ticket ticket, Change.Prioritise to) {
    return new Wanted.Of(
        new Edit(TicketField.PRIORITY, priority(ticket), priority(to.impact(), to.urgency())));
  }

  private static Wanted retitle(Ticket ticket, String title) {
    return title.isEmpty() || title.length() > TITLE_MAX
        ? new Wanted.No("Enter a title of at most %d characters.".formatted(TITLE_MAX))
        : new Wanted.Of(new Edit(TicketField.TITLE, Value.of(ticket.title()), Value.of(title)));
  }

  private Wanted about(Ticket ticket, @Nullable ServiceId id) {
    Optional<Service> service =
        services.all().stream().filter(one -> one.id().equals(id)).findFirst();
    if (id != null && service.isEmpty()) {
      return new Wanted.No("There is no such service any more.");
    }
    return new Wanted.Of(
        new Edit(
            TicketField.SERVICE,
            new Value(text(ticket.service()), ticket.serviceName()),
            new Value(text(id), service.map(Service::name).orElse(""))));
  }

  private Wanted ifOpen(Ticket ticket, TicketState to, By by) {
    return ticket.state().isOpen()
        ? new Wanted.Of(state(ticket, to, by))
        : new Wanted.No("It is %s. Reopen it first.".formatted(ticket.state().word()));
  }

  private Wanted resolve(Ticket ticket, String outcome, By by) {
    if (outcome.isEmpty() || outcome.length() > TEXT_MAX) {
      return new Wanted.No("Say what was done: the caller and the next one who has this ask.");
    }
    TicketState to =
        ticket.state() == TicketState.CLOSED ? TicketState.CLOSED : TicketState.RESOLVED;
    var said = new Edit(TicketField.OUTCOME, Value.of(ticket.outcome()), Value.of(outcome));
    return new Wanted.Of(List.of(state(ticket, to, by), said), List.of());
  }

  private static Wanted tag(String typed, boolean there, List<String> tags) {
    String tag = typed.strip().toLowerCase(java.util.Locale.ROOT);
    if (tag.isEmpty() || tag.length() > 40) {
      return new Wanted.No("Enter a tag of at most 40 characters.");
    }
    return new Wanted.Of(
        new Edit(
            TicketField.TAG,
            tag,
            Value.of(tags.contains(tag) ? tag : ""),
            Value.of(there ? tag : "")));
  }

  private Wanted tag(Ticket ticket, String typed, boolean there) {
    return tag(typed, there, parts.tags(ticket));
  }

  private Wanted watch(Ticket ticket, PersonId id, boolean there) {
    Optional<Person> person = people.find(id);
    if (person.isEmpty()) {
      return new Wanted.No("Nobody of this name is in the directory.");
    }
    Value value = new Value(text(id), person.get().name());
    return new Wanted.Of(
        new Edit(
            TicketField.WATCHER,
            text(id),
            parts.watchers(ticket).containsKey(id) ? value : Value.NOTHING,
            there ? value : Value.NOTHING));
  }

  private Wanted link(Ticket ticket, TicketLink link, boolean there) {
    if (link.isTicket() && link.ticketNumber().equals(ticket.number())) {
      return new Wanted.No("A ticket cannot be linked to itself.");
    }
    String key = link.kind().name() + " " + link.ref();
    Value value = new Value(key, link.words());
    return new Wanted.Of(
        new Edit(
            TicketField.LINK,
            key,
            parts.links(ticket).contains(link) ? value : Value.NOTHING,
            there ? value : Value.NOTHING));
  }

  private Wanted item(Ticket ticket, String name, String becomes) {
    if (name.isEmpty() || name.length() > NAME_MAX) {
      return new Wanted.No("Enter an item of at most %d characters.".formatted(NAME_MAX));
    }
    Boolean done = parts.items(ticket).get(name);
    String was = done == null ? "" : done ? "done" : "to do";
    return new Wanted.Of(new Edit(TicketField.ITEM, name, Value.of(was), Value.of(becomes)));
  }

  /// Nobody looked at it, until now.
  List<Edit> looked(Ticket ticket, By by) {
    return ticket.state() == TicketState.NEW
        ? List.of(state(ticket, TicketState.OPEN, by))
        : List.of();
  }

  Edit state(Ticket ticket, TicketState to, By by) {
    if (ticket.state() == to) {
      return new Edit(TicketField.STATE, state(ticket), state(ticket));
    }
    LocalDateTime now = LocalDateTime.ofInstant(by.at(), zone.id()).withNano(0);
    LocalDateTime resolved =
        switch (to) {
          case RESOLVED -> now;
          case CLOSED -> ticket.resolved() == null ? now : ticket.resolved();
          default -> null;
        };
    LocalDateTime closed = to == TicketState.CLOSED ? now : null;
    return new Edit(TicketField.STATE, state(ticket), state(to, resolved, closed));
  }

  static List<Edit> edits(Wanted.Of wanted) {
    var all = new ArrayList<>(wanted.asked());
    all.addAll(wanted.follow());
    all.removeIf(Edit::changesNothing);
    return all;
  }

  static Value priority(Ticket ticket) {
    Grade impact = ticket.impact();
    Grade urgency = ticket.urgency();
    return impact == null || urgency == null
        ? new Value("", Priority.said(ticket.priority()))
        : priority(impact, urgency);
  }

  static Value priority(Grade impact, Grade urgency) {
    return new Value(impact.name() + " " + urgency.name(), Priority.of(impact, urgency).word());
  }

  static Value state(Ticket ticket) {
    return state(ticket.state(), ticket.resolved(), ticket.closed());
  }

  private static Value state(
      TicketState state, @Nullable LocalDateTime resolved, @Nullable LocalDateTime closed) {
    return new Value(state.name() + "|" + text(resolved) + "|" + text(closed), state.word());
  }

  static Value value(TicketKind kind) {
    return new Value(kind.name(), kind.word());
  }

  static Value value(Caller caller) {
    return caller.equals(Caller.UNKNOWN)
        ? Value.NOTHING
        : new Value(
            String.join("\n", text(caller.person()), caller.name(), caller.email(), caller.phone()),
            caller.words());
  }

  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static @Nullable UUID uuid(String key) {
    return key.isEmpty() ? null : UUID.fromString(key);
  }
}
