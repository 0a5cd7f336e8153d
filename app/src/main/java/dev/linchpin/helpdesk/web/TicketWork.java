package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.SpentTime;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.Works;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Books working time, typed or by the clock.
@Controller
class TicketWork {
  static final String NOBODY =
      "Your account is nobody in the directory, so no time can be booked. Ask your admin.";

  private final Access access;
  private final Tickets tickets;
  private final Works works;
  private final Hands hands;
  private final TicketPage page;

  TicketWork(Access access, Tickets tickets, Works works, Hands hands, TicketPage page) {
    this.access = access;
    this.tickets = tickets;
    this.works = works;
    this.hands = hands;
    this.page = page;
  }

  @PostMapping("/t/{number}/work")
  View book(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String time,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    Optional<PersonId> person = hands.id(who);
    Optional<Duration> spent = SpentTime.read(time);
    if (person.isEmpty() || spent.isEmpty()) {
      var problems = new Problems().add("time", person.isEmpty() ? NOBODY : SpentTime.HOW);
      return page.show(who, ticket, TicketPage.Typed.NOTHING, problems).withProblems();
    }
    int step = works.book(ticket, person.get(), spent.get(), "", hands.by(who));
    return Going.to(
        TicketListView.address(number),
        "%s booked. Forecasts are made again.".formatted(Works.words(spent.get())),
        TicketChanges.undo(ticket, step),
        request);
  }

  /// @param run "yes" to start the clock, else it stops
  @PostMapping("/t/{number}/timer")
  View timer(
      Who who,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String run,
      HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    Optional<PersonId> person = hands.id(who);
    if (person.isEmpty()) {
      var problems = new Problems().add("time", NOBODY);
      return page.show(who, ticket, TicketPage.Typed.NOTHING, problems).withProblems();
    }
    return Going.to(
        TicketListView.address(number),
        run.equals("yes") ? start(who, ticket, person.get()) : stop(who, person.get()),
        request);
  }

  private String start(Who who, Ticket ticket, PersonId person) {
    works.start(ticket, person, hands.by(who));
    return "Your clock runs.";
  }

  private String stop(Who who, PersonId person) {
    return works
        .stop(person, hands.by(who))
        .map(time ->
            time.equals(Works.MOST)
                ? "Your clock ran very long: 10 hours are booked. Undo it in the history below."
                : Works.words(time) + " booked.")
        .orElse("The clock stopped before a minute was over. Nothing is booked.");
  }
}
