package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.KnownProblems;
import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.helpdesk.knowledge.Problem;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Closes problems: the cause is gone, and whoever still waits is told.
@Controller
class ProblemClosure {
  private final Access access;
  private final KnownProblems known;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final Messages messages;
  private final Hands hands;

  ProblemClosure(
      Access access,
      KnownProblems known,
      Tickets tickets,
      TicketDesk desk,
      Messages messages,
      Hands hands) {
    this.access = access;
    this.known = known;
    this.tickets = tickets;
    this.desk = desk;
    this.messages = messages;
    this.hands = hands;
  }

  @GetMapping("/problems/{number}/closure")
  Page ask(Who who, @PathVariable int number) {
    return page(access.load(who, known, number, Right.WRITE), "", new Problems());
  }

  /// @param outcome what was done; with it the chosen incidents are answered and resolved
  /// @param ticket numbers of the chosen ones
  @PostMapping("/problems/{number}/closure")
  View close(
      Who who,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(required = false) @Nullable Set<String> ticket,
      HttpServletRequest request) {
    Problem problem = access.load(who, known, number, Right.WRITE);
    String said = FormText.of(outcome);
    if (said.isEmpty() || said.length() > Problem.TEXT_MAX) {
      var problems =
          new Problems().add("outcome", "Say what was done: those who still wait are told.");
      return page(problem, outcome, problems).withProblems();
    }
    By by = hands.by(who);
    List<Ticket> chosen =
        open(problem).stream()
            .filter(one -> ticket != null && ticket.contains(one.number()))
            .toList();
    chosen.forEach(one -> {
      messages.add(one, NewMessage.of(Message.Kind.ANSWER, said), by);
      desk.change(one, new Change.Resolve(said), by);
    });
    known.put(problem, Integer.MAX_VALUE, Map.of(Part.STATE, "CLOSED"), by);
    return Going.to(
        ProblemPages.address(problem),
        chosen.isEmpty()
            ? "%s is closed.".formatted(problem.ref())
            : "%s is closed; %d ticket%s answered and resolved."
                .formatted(problem.ref(), chosen.size(), chosen.size() == 1 ? " is" : "s are"),
        ProblemPages.address(problem) + "/reopening",
        request);
  }

  @PostMapping("/problems/{number}/reopening")
  View reopen(Who who, @PathVariable int number, HttpServletRequest request) {
    Problem problem = access.load(who, known, number, Right.WRITE);
    known.put(problem, Integer.MAX_VALUE, Map.of(Part.STATE, "OPEN"), hands.by(who));
    return Going.to(
        ProblemPages.address(problem), "%s is open again.".formatted(problem.ref()), request);
  }

  private List<Ticket> open(Problem problem) {
    return tickets.causedBy(problem.ref(), ProblemPages.INCIDENTS_MAX).stream()
        .filter(one -> one.state().isOpen() && one.mergedInto() == null)
        .toList();
  }

  private Page page(Problem problem, String outcome, Problems problems) {
    return Page.of(
        "helpdesk/knowledge/web/closure.jte",
        "Close " + problem.ref(),
        Place.TICKETS,
        new ClosureView(
            problem.ref(),
            problem.title(),
            ProblemPages.address(problem),
            outcome,
            open(problem).stream().map(ProblemPages::incident).toList(),
            problems));
  }
}
