package dev.linchpin.sample;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.knowledge.Article;
import dev.linchpin.helpdesk.knowledge.Articles;
import dev.linchpin.helpdesk.knowledge.KnownProblems;
import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.helpdesk.knowledge.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the sample's help desk knows: two problems and three articles.
@Component
class SampleKnowledge {
  private static final int DUE_IN_DAYS = 150;

  private final Articles articles;
  private final KnownProblems known;
  private final Tickets tickets;
  private final TicketDesk desk;
  private final Services services;

  SampleKnowledge(
      Articles articles, KnownProblems known, Tickets tickets, TicketDesk desk, Services services) {
    this.articles = articles;
    this.known = known;
    this.tickets = tickets;
    this.desk = desk;
    this.services = services;
  }

  void plant(Map<String, PersonId> people, Instant now) {
    By ana = by(people, "Ana Lee", now.minus(Duration.ofDays(9)));
    By tomas = by(people, "Tomas Novak", now.minus(Duration.ofDays(2)));
    Problem slow =
        problem(
            tomas,
            "Screens of the customer system open slowly since the update",
            "Each screen takes about ten seconds. It began with the update.",
            "One query reads the whole history: an index is missing.",
            "Close the tab \"History\" before you open the next customer. The vendor sends a"
                + " correction.",
            "customer-system");
    problem(
        ana,
        "Wireless network breaks off on floor 3",
        "Calls and downloads stop for some seconds, mostly after lunch.",
        "",
        "Use the cable at the desk until the new access points are there.",
        "network");
    link("Screens in customer service", slow, tomas);
    LocalDate due = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DUE_IN_DAYS);
    article(
        ana,
        "Connect from home",
        """
        You need your laptop and the telephone that gets your second factor.

        1. Open *Remote access* and choose **Connect**.
        2. Type your name and password.
        3. Confirm on the telephone within a minute.

        No message comes? Your number may be an old one: tell the service desk.
        """,
        "EVERYONE",
        due);
    Article printer =
        article(
            ana,
            "A printer says offline",
            """
            Switch it off, wait ten seconds, switch it on. If all printers of a floor say
            offline, the print server is the cause: restart the service *spooler* there.
            """,
            "AGENTS",
            due.minusDays(2L * DUE_IN_DAYS));
    articles.put(
        printer,
        1,
        Map.of(Part.TITLE, "Printers of a floor say offline"),
        by(people, "Sam Okafor", now.minus(Duration.ofDays(1))));
    articles.add(
        Map.of(Part.TITLE, "Month-end reports", Part.TEXT, "What to check before the month ends."),
        tomas);
  }

  private static By by(Map<String, PersonId> people, String name, Instant at) {
    return new By(name, SampleStaff.of(people, name), at);
  }

  private Problem problem(
      By by, String title, String text, String cause, String workaround, String service) {
    return known.add(
        Map.of(
            Part.TITLE,
            title,
            Part.TEXT,
            text,
            Part.CAUSE,
            cause,
            Part.WORKAROUND,
            workaround,
            Part.LEAD,
            String.valueOf(by.person()),
            Part.SERVICE,
            services.find(service).map(Service::id).map(Object::toString).orElse("")),
        by);
  }

  private void link(String words, Problem problem, By by) {
    for (Ticket ticket : tickets.list(TicketFilter.ALL.withWords(words), null, 1)) {
      var causedBy = new TicketLink(TicketLink.Kind.CAUSED_BY, problem.ref());
      desk.change(ticket, new Change.Link(causedBy), by);
    }
  }

  private Article article(By by, String title, String text, String audience, LocalDate due) {
    return articles.add(
        Map.of(
            Part.TITLE,
            title,
            Part.TEXT,
            text.strip(),
            Part.STATE,
            Article.State.PUBLISHED.name(),
            Part.AUDIENCE,
            audience,
            Part.OWNER,
            String.valueOf(by.person()),
            Part.REVIEW_BY,
            due.toString()),
        by);
  }
}
