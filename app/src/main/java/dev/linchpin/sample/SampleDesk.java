package dev.linchpin.sample;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.CannedReplies;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.SpentTime;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketKind;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.Works;
import dev.linchpin.helpdesk.levels.Rota;
import dev.linchpin.helpdesk.levels.Rotas;
import dev.linchpin.helpdesk.levels.ServiceLevel;
import dev.linchpin.helpdesk.levels.ServiceLevels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The sample's help desk as it is today: three queues, canned replies, a service level, a rota,
/// and the tickets that `desk/tickets.txt` tells, each opened and worked on as people would.
@Component
class SampleDesk {
  private static final Duration STEP = Duration.ofMinutes(4);

  private final TicketDesk desk;
  private final Messages messages;
  private final Works works;
  private final Queues queues;
  private final CannedReplies replies;
  private final Services services;
  private final ServiceLevels levels;
  private final Rotas rotas;
  private final Sites sites;

  SampleDesk(
      TicketDesk desk,
      Messages messages,
      Works works,
      Queues queues,
      CannedReplies replies,
      Services services,
      ServiceLevels levels,
      Rotas rotas,
      Sites sites) {
    this.desk = desk;
    this.messages = messages;
    this.works = works;
    this.queues = queues;
    this.replies = replies;
    this.services = services;
    this.levels = levels;
    this.rotas = rotas;
    this.sites = sites;
  }

  /// @param people everybody's id by name
  /// @return how many tickets there are
  int plant(Map<String, PersonId> people, Instant now) {
    queue(
        people,
        "Infrastructure",
        "network remote-access file-shares backup",
        "Jon Bell",
        "Ana Lee",
        "Priya Nair");
    queue(
        people, "Applications", "email customer-system finance-system", "Dev Patel", "Tomas Novak");
    queue(people, "Service desk", "printing laptops", "Sam Okafor", "Keiko Mori");
    onCall(people, "Infrastructure", now, "Jon Bell", "Priya Nair", "Ana Lee");
    levels.add(ServiceLevel.proposed(sites.main().id()), SampleStaff.BY);
    replies.put(
        "We look at it",
        "Hello {caller},\n\n"
            + "we have your call about \"{title}\", number {number}, and look at it.\n\n"
            + "{agent}",
        SampleStaff.BY);
    replies.put(
        "Please try again",
        "Hello {caller},\n\n"
            + "we changed something about {service}. Try it again and tell us.\n\n"
            + "{agent}",
        SampleStaff.BY);
    List<String> stories = stories();
    stories.forEach(story -> plant(people, story.lines().toList(), now));
    return stories.size();
  }

  private void queue(Map<String, PersonId> people, String name, String keys, String... who) {
    Set<String> wanted = Set.of(keys.split(" "));
    Set<ServiceId> theirs =
        services.all().stream()
            .filter(service -> wanted.contains(service.key()))
            .map(Service::id)
            .collect(Collectors.toSet());
    Set<PersonId> persons =
        Arrays.stream(who).map(one -> SampleStaff.of(people, one)).collect(Collectors.toSet());
    queues.add(
        new Queue(
            new QueueId(SampleStaff.uuid("queue " + name)),
            name,
            persons,
            theirs,
            name.equals("Service desk"),
            0),
        SampleStaff.BY);
  }

  private void onCall(Map<String, PersonId> people, String queue, Instant now, String... who) {
    var id = new QueueId(SampleStaff.uuid("queue " + queue));
    LocalDate monday =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    List<PersonId> persons = Arrays.stream(who).map(one -> SampleStaff.of(people, one)).toList();
    rotas.put(
        new Rota(id, monday.minusWeeks(1), LocalTime.of(9, 0), persons, List.of(), 0),
        queues.find(id).orElseThrow(),
        SampleStaff.BY);
  }

  private void plant(Map<String, PersonId> people, List<String> story, Instant now) {
    String[] head = story.getFirst().split(" \\| ", -1);
    String[] how = head[3].split(" ");
    Instant at = now.minusSeconds(Math.round(3_600 * Double.parseDouble(head[0])));
    Ticket ticket =
        desk.open(
            NewTicket.of(head[4], "phone")
                .withText(said(story))
                .calledBy(caller(people, head[1]))
                .about(services.find(head[2]).map(Service::id).orElse(null))
                .prioritised(grade(how[0]), grade(how[1]))
                .as(TicketKind.valueOf(how[2].toUpperCase(Locale.ROOT))),
            by(people, "Sam Okafor", at));
    for (String line : story.subList(1, story.size())) {
      at = at.plus(STEP).isBefore(now) ? at.plus(STEP) : at;
      step(people, ticket, line, at);
    }
  }

  private static String said(List<String> story) {
    return story.stream()
        .filter(line -> line.startsWith("said "))
        .map(line -> line.substring("said ".length()))
        .collect(Collectors.joining("\n"));
  }

  private static Caller caller(Map<String, PersonId> people, String name) {
    PersonId known = people.get(name);
    String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@lakeside.example";
    return new Caller(known, name, known == null ? "" : email, "");
  }

  private static By by(Map<String, PersonId> people, String name, Instant at) {
    return new By(name, SampleStaff.of(people, name), at);
  }

  private void step(Map<String, PersonId> people, Ticket ticket, String line, Instant at) {
    int space = line.indexOf(' ');
    String what = line.substring(0, space);
    String rest = line.substring(space + 1);
    By sam = by(people, "Sam Okafor", at);
    switch (what) {
      case "note", "answer" -> {
        String[] both = rest.split(" \\| ", 2);
        Message.Kind kind = what.equals("note") ? Message.Kind.NOTE : Message.Kind.ANSWER;
        messages.add(ticket, NewMessage.of(kind, both[1]), by(people, both[0], at));
      }
      case "work" -> work(people, ticket, rest, at);
      case "assign" -> change(ticket, new Change.Assign(SampleStaff.of(people, rest)), sam);
      case "watch" -> change(ticket, new Change.Watch(SampleStaff.of(people, rest)), sam);
      case "state" -> change(ticket, new Change.Wait(rest.equals("wait-for-vendor")), sam);
      case "resolve" -> change(ticket, new Change.Resolve(rest), sam);
      case "tag" -> change(ticket, new Change.Tag(rest), sam);
      case "item" -> change(ticket, new Change.Check(rest, false), sam);
      case "done" -> change(ticket, new Change.Check(rest, true), sam);
      case "link" -> {
        String[] both = rest.split(" ");
        var link = new TicketLink(TicketLink.Kind.valueOf(both[0]), both[1]);
        change(ticket, new Change.Link(link), sam);
      }
      default -> {} // what was said is the first message
    }
  }

  private void change(Ticket ticket, Change change, By by) {
    desk.change(ticket, change, by);
  }

  private void work(Map<String, PersonId> people, Ticket ticket, String rest, Instant at) {
    String[] words = rest.split(" ", 3);
    By by = by(people, words[0] + " " + words[1], at);
    works.book(
        ticket,
        Objects.requireNonNull(by.person()),
        SpentTime.read(words[2]).orElseThrow(),
        "",
        by);
  }

  private static Grade grade(String word) {
    return Grade.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static List<String> stories() {
    try (InputStream in =
        Objects.requireNonNull(SampleDesk.class.getResourceAsStream("desk/tickets.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n"))
          .map(String::strip)
          .filter(story -> !story.isEmpty() && !story.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
