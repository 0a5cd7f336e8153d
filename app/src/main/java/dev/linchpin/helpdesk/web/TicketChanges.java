package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Changing;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Changes one ticket, many tickets, and takes changes back.
@Controller
class TicketChanges {
  private static final int BULK_MAX = 200;

  private final Access access;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final ChangeReader reader;
  private final Hands hands;
  private final TicketPage page;

  TicketChanges(
      Access access,
      Tickets tickets,
      TicketDesk desk,
      ChangeReader reader,
      Hands hands,
      TicketPage page) {
    this.access = access;
    this.tickets = tickets;
    this.desk = desk;
    this.reader = reader;
    this.hands = hands;
    this.page = page;
  }

  @PostMapping("/t/{number}/changes")
  View change(Who who, @PathVariable String number, ChangeForm form, HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    Change change;
    try {
      change = reader.read(who, form);
    } catch (IllegalArgumentException no) {
      return problem(who, ticket, form, Objects.requireNonNull(no.getMessage()));
    }
    return switch (desk.change(ticket, form.seen(), change, hands.by(who))) {
      case Changing.Changed done ->
          Going.to(
              TicketListView.address(number),
              done(done, change),
              undo(done.ticket(), done.step()),
              request);
      case Changing.Same _ ->
          Going.to(TicketListView.address(number), "It was like that already.", request);
      case Changing.Refused no -> problem(who, no.ticket(), form, no.why());
      case Changing.Conflict clash -> ClashView.page(clash, form);
    };
  }

  private static String done(Changing.Changed done, Change change) {
    return switch (change) {
      case Change.MergeInto _ -> "Merged into %s. Its messages are there.".formatted(done.other());
      case Change.Split _ -> "The message is ticket %s now.".formatted(done.other());
      default -> "Saved.";
    };
  }

  private View problem(Who who, Ticket ticket, ChangeForm form, String why) {
    String field = form.whatOrNothing().isEmpty() ? "what" : form.whatOrNothing();
    return page.show(who, ticket, TicketPage.Typed.of(form), new Problems().add(field, why))
        .withProblems();
  }

  static String undo(Ticket ticket, int step) {
    return TicketListView.address(ticket.number()) + "/changes/" + step + "/reversal";
  }

  @PostMapping("/t/{number}/changes/{step}/reversal")
  View reverse(
      Who who, @PathVariable String number, @PathVariable int step, HttpServletRequest request) {
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    String said =
        switch (desk.undo(ticket, step, hands.by(who))) {
          case Changing.Changed _ -> "Taken back.";
          case Changing.Same _ -> "It was taken back already.";
          case Changing.Refused no -> no.why();
          case Changing.Conflict clash -> {
            Changing.Clash one = clash.clashes().getFirst();
            yield "%s changed the %s afterwards. Nothing was taken back."
                .formatted(one.by(), one.field().label());
          }
        };
    return Going.to(TicketListView.address(number), said, request);
  }

  /// The same change of many tickets: each on its own, so one that cannot be does not stop others.
  ///
  /// @param chosen "1002:7": number and the version that was seen
  @PostMapping("/tickets/changes")
  View many(
      Who who,
      @RequestParam(name = "ticket", required = false) @Nullable List<String> chosen,
      ChangeForm form,
      @RequestParam(defaultValue = "/tickets") String back,
      HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    String list = back.startsWith("/tickets") && !back.contains("//") ? back : "/tickets";
    if (chosen == null || chosen.isEmpty()) {
      return Going.to(list, "Choose tickets first: tick their boxes.", request);
    }
    Change change;
    try {
      change = reader.read(who, form.whatOrNothing().equals("move") ? form : form.withoutTo());
    } catch (IllegalArgumentException no) {
      return Going.to(list, Objects.requireNonNull(no.getMessage()), request);
    }
    var rows = new ArrayList<BulkView.Row>();
    for (String one : chosen.subList(0, Math.min(BULK_MAX, chosen.size()))) {
      rows.add(one(who, one, change));
    }
    if (rows.stream().allMatch(row -> row.undo() != null)) {
      String said =
          rows.size() == 1 ? "1 ticket is changed." : rows.size() + " tickets are changed.";
      return Going.to(list, said, rows.size() == 1 ? rows.getFirst().undo() : null, request);
    }
    return Page.of(
        "helpdesk/web/bulk.jte",
        "What became of it",
        Place.TICKETS,
        new BulkView(BulkView.headline(rows), list, rows));
  }

  private BulkView.Row one(Who who, String chosen, Change change) {
    int colon = chosen.lastIndexOf(':');
    String number = colon < 0 ? chosen : chosen.substring(0, colon);
    String version = colon < 0 ? "" : chosen.substring(colon + 1);
    Ticket ticket = access.load(who, tickets, number, Right.WRITE);
    int seen = ChangeForm.of("", "", "", version).seen();
    return switch (desk.change(ticket, seen, change, hands.by(who))) {
      case Changing.Changed done -> BulkView.Row.of(ticket, "Saved.", undo(ticket, done.step()));
      case Changing.Same _ -> BulkView.Row.of(ticket, "It was like that already.", null);
      case Changing.Refused no -> BulkView.Row.of(ticket, no.why(), null);
      case Changing.Conflict clash -> {
        Changing.Clash first = clash.clashes().getFirst();
        yield BulkView.Row.of(
            ticket,
            "%s changed the %s to “%s” meanwhile."
                .formatted(first.by(), first.field().label(), first.theirs()),
            null);
      }
    };
  }
}
