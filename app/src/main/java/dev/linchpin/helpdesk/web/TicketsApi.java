package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.Histories;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.TicketParts;
import dev.linchpin.helpdesk.TicketRequests;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.ApiProblems;
import dev.linchpin.web.shell.Problems;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tickets for programs: list, open, read, change. What was said and worked is in [TalkApi].
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsApi {
  private final Access access;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final TicketRequests requests;
  private final TicketParts parts;
  private final Histories histories;
  private final NewTicketBody.Reader bodies;
  private final PatchReader patches;
  private final Hands hands;
  private final Zone zone;

  TicketsApi(
      Access access,
      Tickets tickets,
      TicketDesk desk,
      TicketRequests requests,
      TicketParts parts,
      Histories histories,
      NewTicketBody.Reader bodies,
      PatchReader patches,
      Hands hands,
      Zone zone) {
    this.access = access;
    this.tickets = tickets;
    this.desk = desk;
    this.requests = requests;
    this.parts = parts;
    this.histories = histories;
    this.bodies = bodies;
    this.patches = patches;
    this.hands = hands;
    this.zone = zone;
  }

  /// A page of them, the newest first; the header Link leads to the next page.
  @GetMapping
  ResponseEntity<Map<String, List<?>>> list(
      Who who,
      ListForm form,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = ApiAnswers.PAGE_USUAL) int limit) {
    access.require(who, Permission.READ_TICKETS);
    int most = ApiAnswers.most(limit);
    TicketFilter filter = form.filter(hands.id(who).orElse(null), zone.today(), zone.id());
    return ApiAnswers.page(
        "tickets",
        tickets.list(filter, TicketPages.after(after), most + 1),
        most,
        ticket -> TicketJson.of(ticket, zone.id()),
        "/api/v1/tickets?" + form.query(form.showOrOpen()) + "&",
        ticket -> Tickets.After.of(ticket, filter.isByDue()).toString());
  }

  @PostMapping
  ResponseEntity<?> open(
      Who who,
      @RequestBody(required = false) @Nullable NewTicketBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    access.require(who, Permission.CHANGE_TICKET);
    var problems = new Problems();
    Optional<NewTicket> asked = bodies.read(who, body, problems);
    if (asked.isEmpty()) {
      return ApiAnswers.problem(problems);
    }
    Ticket ticket =
        key == null || key.isBlank()
            ? desk.open(asked.get(), hands.by(who))
            : requests.open(who.account(), ApiProblems.key(key), asked.get(), hands.by(who));
    return ResponseEntity.created(URI.create("/api/v1/tickets/" + ticket.number()))
        .eTag(ApiAnswers.tag(ticket))
        .body(TicketJson.whole(ticket, parts, zone.id()));
  }

  @GetMapping("/{number}")
  ResponseEntity<?> read(Who who, @PathVariable String number) {
    return whole(access.load(who, tickets, number, Right.READ));
  }

  private ResponseEntity<?> whole(Ticket ticket) {
    return ResponseEntity.ok()
        .eTag(ApiAnswers.tag(ticket))
        .body(TicketJson.whole(ticket, parts, zone.id()));
  }

  @GetMapping("/{number}/history")
  Map<String, List<TicketJson.Step>> history(Who who, @PathVariable String number) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    return Map.of("history", histories.of(ticket).stream().map(TicketJson::step).toList());
  }

  /// Takes one step back, unless somebody changed the same afterwards. Sent twice, it is done once.
  @PostMapping("/{number}/history/{step}/reversal")
  ResponseEntity<?> reverse(Who who, @PathVariable String number, @PathVariable int step) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    return switch (desk.undo(ticket, step, hands.by(who))) {
      case Changing.Changed done -> whole(done.ticket());
      case Changing.Same same -> whole(same.ticket());
      case Changing.Refused no ->
          ApiAnswers.refused(HttpStatus.CONFLICT, "This step stays.", no.why());
      case Changing.Conflict clash -> ApiAnswers.changedAfterwards(clash);
    };
  }

  /// Changes all fields that are sent, or none.
  @PatchMapping("/{number}")
  ResponseEntity<?> change(
      Who who,
      @PathVariable String number,
      @RequestBody(required = false) @Nullable Map<String, @Nullable Object> body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    if (match == null || match.isBlank()) {
      return ApiAnswers.refused(
          HttpStatus.PRECONDITION_REQUIRED,
          "Say which version you saw.",
          "Send If-Match with the ETag of the ticket you read.");
    }
    var problems = new Problems();
    List<Change> changes = patches.read(who, ticket, body == null ? Map.of() : body, problems);
    if (problems.any()) {
      return ApiAnswers.problem(problems);
    }
    return switch (desk.changeAll(ticket, ApiAnswers.version(match), changes, hands.by(who))) {
      case Changing.Changed done -> whole(done.ticket());
      case Changing.Same same -> whole(same.ticket());
      case Changing.Refused no -> ApiAnswers.problem(new Problems().add("state", no.why()));
      case Changing.Conflict clash -> ApiAnswers.conflict(clash);
    };
  }
}
