package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketArrivals;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What is waiting, and for whom; and one ticket.
@Controller
class TicketPages {
  private static final int ROWS = 50;

  private final Access access;
  private final Tickets tickets;
  private final TicketArrivals arrivals;
  private final Services services;
  private final GoTos goTos;
  private final Zone zone;

  TicketPages(
      Access access,
      Tickets tickets,
      TicketArrivals arrivals,
      Services services,
      GoTos goTos,
      Zone zone) {
    this.access = access;
    this.tickets = tickets;
    this.arrivals = arrivals;
    this.services = services;
    this.goTos = goTos;
    this.zone = zone;
  }

  @GetMapping("/tickets")
  Page list(
      Who who,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String after) {
    access.require(who, Permission.READ_TICKETS);
    LocalDateTime now = zone.now();
    boolean openOnly = !show.equals("all");
    List<Ticket> found =
        tickets.list(
            TicketFilter.of(openOnly ? TicketFilter.Stage.OPEN : TicketFilter.Stage.ALL)
                .withWords(words),
            after(after),
            ROWS + 1);
    List<Ticket> shown = found.subList(0, Math.min(ROWS, found.size()));
    Tickets.Load load = tickets.load(now);
    var view =
        new TicketListView(
            TicketListView.headline(load),
            arrivals.outlook(now.toLocalDate()).orElse(""),
            arrivals.warning(now.toLocalDate()).orElse(""),
            load.total() > 0,
            access.may(who, Permission.IMPORT_TICKETS),
            openOnly,
            words,
            shown.stream().map(ticket -> TicketListView.Row.of(ticket, now)).toList(),
            When.count(shown.size(), "ticket") + " shown",
            found.size() > ROWS ? next(show, words, shown.getLast()) : null);
    return Page.of("helpdesk/web/ticket-list.jte", "Tickets", Place.TICKETS, view);
  }

  @GetMapping("/t/{number}")
  Page show(Who who, @PathVariable String number) {
    Ticket ticket = access.load(who, tickets, number, Right.READ);
    LocalDateTime now = zone.now();
    Optional<Service> service =
        services.all().stream().filter(one -> one.id().equals(ticket.service())).findFirst();
    String goTo = service.map(one -> goTos.answering(one.subject(), now).words()).orElse("");
    var view =
        TicketView.of(
            ticket, service.map(Service::name).orElse(""), goTo, tickets.likeThis(number), now);
    return Page.of("helpdesk/web/ticket.jte", ticket.name(), Place.TICKETS, view);
  }

  private static String next(String show, String words, Ticket last) {
    return "/tickets?show=%s&words=%s&after=%s"
        .formatted(
            show.equals("all") ? "all" : "open",
            TicketListView.encoded(words),
            TicketListView.encoded(last.opened() + "_" + last.id()));
  }

  /// "2027-03-12T16:20_48213"; anything else is the first page.
  private static Tickets.@Nullable After after(String text) {
    int at = text.indexOf('_');
    if (at < 0 || !text.substring(at + 1).matches("\\d{1,18}")) {
      return null;
    }
    try {
      return new Tickets.After(
          LocalDateTime.parse(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
    } catch (DateTimeParseException notOurs) {
      return null;
    }
  }
}
