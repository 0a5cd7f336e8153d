package dev.linchpin.answers;

import dev.linchpin.access.Account;
import dev.linchpin.access.Accounts;
import dev.linchpin.access.Email;
import dev.linchpin.access.NotThere;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.AnswerLost;
import dev.linchpin.helpdesk.AnswerSaid;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.TicketParts;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Projects;
import dev.linchpin.platform.Zone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/*
 * An answer on a ticket tells a date when it says the date as the card says it, in the words of
 * today: "by Monday 29 March". Whatever else the agent writes around it, the caller will remember
 * the date.
 */
/// Dates that callers read in the answers on their tickets.
@Component
class Replies {
  private static final int REFS_MAX = 10;

  private final Tickets tickets;
  private final TicketParts parts;
  private final Services services;
  private final Projects projects;
  private final People people;
  private final Accounts accounts;
  private final AnswerBook book;
  private final Telling telling;
  private final Promises promises;
  private final Hearers hearers;
  private final Zone zone;

  Replies(
      Tickets tickets,
      TicketParts parts,
      Services services,
      Projects projects,
      People people,
      Accounts accounts,
      AnswerBook book,
      Telling telling,
      Promises promises,
      Hearers hearers,
      Zone zone) {
    this.tickets = tickets;
    this.parts = parts;
    this.services = services;
    this.projects = projects;
    this.people = people;
    this.accounts = accounts;
    this.book = book;
    this.telling = telling;
    this.promises = promises;
    this.hearers = hearers;
    this.zone = zone;
  }

  @EventListener
  void on(AnswerSaid said) {
    Ticket ticket = tickets.find(said.ticket()).orElseThrow();
    Caller caller = ticket.caller();
    String text = line(said.text());
    if (caller.name().isBlank() && caller.email().isBlank() || !mayName(text)) {
      return;
    }
    AskedAt asked = book.asked(Teller.READER);
    for (Ref ref : about(ticket)) {
      answer(ref, asked)
          .filter(answer -> tells(text, answer))
          .ifPresent(answer -> tell(said, caller, answer, asked));
    }
  }

  private void tell(AnswerSaid said, Caller caller, Answer answer, AskedAt asked) {
    telling.tell(
        hearer(caller),
        answer,
        caller.email().isEmpty() ? Channel.PORTAL : Channel.MAIL,
        teller(said.by()),
        asked,
        once(said.message().toString()) + " " + answer.ref());
  }

  private static String once(String message) {
    return "message " + message;
  }

  /// Dates are said with a number or a quarter; most answers on tickets hold neither.
  private static boolean mayName(String text) {
    return text.chars().anyMatch(Character::isDigit) || text.contains("quarter");
  }

  private static boolean tells(String text, Answer answer) {
    return Ref.parse(answer.ref()).orElseThrow() instanceof Ref.OfTicket
        ? text.contains(line(firstSentence(answer.say())))
        : !answer.byWords().isEmpty() && text.contains(line(answer.byWords()));
  }

  private static String firstSentence(String say) {
    int end = say.indexOf(". ");
    return end < 0 ? say : say.substring(0, end + 1);
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The ticket itself, what it is linked to, and the projects its service waits for.
  private Set<Ref> about(Ticket ticket) {
    Set<Ref> about = new LinkedHashSet<>();
    for (TicketLink link : parts.links(ticket)) {
      Ref.parse(link.ref()).filter(ref -> !(ref instanceof Ref.OfTicket)).ifPresent(about::add);
    }
    services.all().stream()
        .filter(one -> one.id().equals(ticket.service()))
        .map(Service::key)
        .flatMap(key -> projects.needing(key).stream())
        .limit(REFS_MAX)
        .forEach(project -> about.add(new Ref.OfProject(project.ref())));
    about.add(new Ref.OfTicket(ticket.number()));
    return about;
  }

  private Optional<Answer> answer(Ref ref, AskedAt asked) {
    try {
      return Optional.of(book.answer(Teller.READER, ref, asked));
    } catch (NotThere gone) { // a link may lead to what is not there any more
      return Optional.empty();
    }
  }

  private Hearer hearer(Caller caller) {
    return hearers.of(
        caller.name(),
        caller.email(),
        caller.phone(),
        caller.person() == null ? null : caller.person().value());
  }

  private Teller teller(By by) {
    return Optional.ofNullable(by.person())
        .flatMap(people::find)
        .map(Person::email)
        .filter(email -> !email.isEmpty())
        .flatMap(email -> accounts.withEmail(new Email(email)))
        .map(Account::id)
        .map(account -> new Teller(account, by.name()))
        .orElseGet(() -> new Teller(Teller.LINCHPIN.account(), by.name()));
  }

  /// What went by that mail was not heard, and other mail will not arrive either.
  @EventListener
  void on(AnswerLost lost) {
    List<Promise> told = promises.toldWith(once(lost.message().toString()));
    for (Promise promise : told) {
      String why = "The mail to " + promise.toldTo().mail() + " came back.";
      promises.unheard(promise.id(), why, zone.instant());
      hearers.mailFailed(promise.toldTo().mail(), why, zone.instant());
    }
  }
}
