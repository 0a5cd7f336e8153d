package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.SavedViews;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketArrivals;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What is waiting, and for whom?
@Controller
class TicketPages {
  private static final int ROWS = 50;

  private final Access access;
  private final Tickets tickets;
  private final TicketArrivals arrivals;
  private final Queues queues;
  private final SavedViews views;
  private final Hands hands;
  private final Zone zone;

  TicketPages(
      Access access,
      Tickets tickets,
      TicketArrivals arrivals,
      Queues queues,
      SavedViews views,
      Hands hands,
      Zone zone) {
    this.access = access;
    this.tickets = tickets;
    this.arrivals = arrivals;
    this.queues = queues;
    this.views = views;
    this.hands = hands;
    this.zone = zone;
  }

  @GetMapping("/tickets")
  Page list(Who who, ListForm form, @RequestParam(defaultValue = "") String after) {
    access.require(who, Permission.READ_TICKETS);
    LocalDateTime now = zone.now();
    TicketFilter filter = form.filter(hands.id(who).orElse(null), now.toLocalDate(), zone.id());
    List<Ticket> found = tickets.list(filter, after(after), ROWS + 1);
    List<Ticket> shown = found.subList(0, Math.min(ROWS, found.size()));
    Tickets.Load load = tickets.load(now);
    List<Queue> all = queues.all();
    String here = "/tickets?" + form.query(form.showOrOpen());
    var view =
        new TicketListView(
            TicketListView.headline(load),
            arrivals.outlook(now.toLocalDate()).orElse(""),
            arrivals.warning(now.toLocalDate()).orElse(""),
            load.any(),
            access.may(who, Permission.IMPORT_TICKETS),
            access.may(who, Permission.CHANGE_TICKET),
            tabs(form),
            here,
            saved(who),
            form.sentence(all),
            filter(form, all),
            access.may(who, Permission.CHANGE_TICKET) ? bulk(all, here) : null,
            shown.stream().map(ticket -> TicketListView.Row.of(ticket, now, zone.id())).toList(),
            When.count(shown.size(), "ticket") + " shown",
            found.size() > ROWS ? here + "&after=" + key(shown.getLast(), filter) : null);
    return Page.of("helpdesk/web/ticket-list.jte", "Tickets", Place.TICKETS, view);
  }

  private static Map<String, String> tabs(ListForm form) {
    var tabs = new LinkedHashMap<String, String>();
    ListForm.SHOWS.forEach((show, label) -> tabs.put("/tickets?" + form.query(show), label));
    return tabs;
  }

  private List<TicketListView.Saved> saved(Who who) {
    return views.of(who.account()).stream()
        .map(view ->
            new TicketListView.Saved(
                "/tickets?" + view.query(),
                view.name(),
                "/tickets/views/" + view.id() + "/removal"))
        .toList();
  }

  private static TicketListView.Filter filter(ListForm form, List<Queue> all) {
    Map<String, String> queueNames = queueNames("any queue", all);
    var priorities = new LinkedHashMap<String, String>();
    priorities.put("", "any priority");
    for (Priority priority : Priority.values()) {
      priorities.put(priority.word(), priority.word());
    }
    return new TicketListView.Filter(
        form.showOrOpen(),
        form.wordsCut(),
        form.queueOrNothing(),
        queueNames,
        form.priorityOrNothing(),
        priorities,
        form.tagOrNothing(),
        form.query(form.showOrOpen()));
  }

  private static Map<String, String> queueNames(String none, List<Queue> all) {
    var names = new LinkedHashMap<String, String>();
    names.put("", none);
    all.forEach(queue -> names.put(queue.id().toString(), queue.name()));
    return names;
  }

  private static TicketListView.Bulk bulk(List<Queue> all, String here) {
    var whats = new LinkedHashMap<String, String>();
    whats.put("assign", "assign: a name, me, nobody");
    whats.put("move", "move to the queue");
    whats.put("tag", "add the tag");
    whats.put("untag", "remove the tag");
    whats.put("begin", "work on them");
    whats.put("wait-for-caller", "wait for the caller");
    whats.put("wait-for-vendor", "wait for a vendor");
    whats.put("resolve", "resolve, saying what was done");
    whats.put("close", "close");
    whats.put("reopen", "reopen");
    whats.put("merge", "merge into the number");
    return new TicketListView.Bulk(whats, queueNames("–", all), here);
  }

  @PostMapping("/tickets/views")
  View keep(
      Who who,
      @RequestParam(defaultValue = "") String name,
      ListForm form,
      HttpServletRequest request) {
    access.require(who, Permission.READ_TICKETS);
    String query = form.query(form.showOrOpen());
    String typed = name.strip();
    if (typed.isEmpty() || typed.length() > SavedViews.NAME_MAX) {
      return Going.to(
          "/tickets?" + query,
          "Enter a name of at most %d characters.".formatted(SavedViews.NAME_MAX),
          request);
    }
    views.put(who.account(), typed, query);
    return Going.to("/tickets?" + query, "“%s” is kept.".formatted(typed), request);
  }

  @PostMapping("/tickets/views/{id}/removal")
  View remove(Who who, @PathVariable UUID id, HttpServletRequest request) {
    access.require(who, Permission.READ_TICKETS);
    if (!views.remove(who.account(), id)) {
      throw new NotThere("You have no such view.");
    }
    return Going.to("/tickets", "The view is removed.", request);
  }

  static String key(Ticket last, TicketFilter filter) {
    return TicketListView.encoded(Tickets.After.of(last, filter.isByDue()).toString());
  }

  /// "2027-03-12T16:20_48213"; anything else is the first page.
  static Tickets.@Nullable After after(String text) {
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
