package dev.linchpin.helpdesk.major.web;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.Histories;
import dev.linchpin.helpdesk.HistoryRow;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketField;
import dev.linchpin.helpdesk.levels.DayTime;
import dev.linchpin.helpdesk.levels.TimeText;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the page of a major incident shows.
@Component
class MajorFacts {
  private static final Set<TicketField> TOLD =
      Set.of(TicketField.STATE, TicketField.ASSIGNEE, TicketField.QUEUE, TicketField.PRIORITY);
  private static final String USUAL_RHYTHM = "30m";

  private final MajorIncidents incidents;
  private final Histories histories;
  private final People people;
  private final Zone zone;

  MajorFacts(MajorIncidents incidents, Histories histories, People people, Zone zone) {
    this.incidents = incidents;
    this.histories = histories;
    this.people = people;
    this.zone = zone;
  }

  static String address(String number) {
    return "/t/" + URLEncoder.encode(number, StandardCharsets.UTF_8) + "/major";
  }

  MajorView view(Ticket ticket, boolean mayChange, String me, Problems problems) {
    Optional<MajorIncident> incident = incidents.of(ticket);
    List<MajorIncident.Action> actions = incident.map(incidents::actions).orElse(List.of());
    String address = address(ticket.number());
    return new MajorView(
        address,
        address.replaceFirst("/major$", ""),
        ticket.number(),
        ticket.name(),
        incident
            .map(this::sentence)
            .orElse(
                "Declare it when it stops many: one lead, news at a fixed time, one answer"
                    + " to all."),
        incident.filter(one -> one.isUpdateLate(zone.instant())).isPresent(),
        incident.isPresent(),
        incident.filter(MajorIncident::isOpen).isPresent(),
        mayChange,
        form(incident, me),
        incidents.caused(ticket).stream().map(MajorFacts::row).toList(),
        incident.map(one -> timeline(one, ticket)).orElse(List.of()),
        incident.map(MajorFacts::review).orElse(new MajorView.Review("", "", "")),
        actions.stream().map(one -> action(one, address, mayChange)).toList(),
        problems);
  }

  private MajorView.Form form(Optional<MajorIncident> incident, String me) {
    return new MajorView.Form(
        incident.flatMap(one -> people.find(one.lead())).map(Person::name).orElse(me),
        incident.map(one -> TimeText.of(one.every())).orElse(USUAL_RHYTHM),
        "",
        "",
        UUID.randomUUID().toString(),
        Integer.toString(incident.map(MajorIncident::version).orElse(0)));
  }

  /// "Major incident for 2h 10m. Ana Lee leads. Next update by 14:30."
  private String sentence(MajorIncident incident) {
    Instant ended = incident.endedAt();
    Instant now = zone.instant();
    String lead = name(incident.lead());
    if (ended != null) {
      return "It is over since %s, after %s. %s led."
          .formatted(time(ended), length(incident.declaredAt(), ended), lead);
    }
    String next =
        incident.isUpdateLate(now)
            ? "The update was due " + time(incident.nextUpdate())
            : "Next update by " + time(incident.nextUpdate());
    return "Major incident for %s. %s leads. %s."
        .formatted(length(incident.declaredAt(), now), lead, next);
  }

  private static String length(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    return time.toMinutes() < 1 ? "less than a minute" : TimeText.of(time);
  }

  private String name(@Nullable PersonId person) {
    return person == null ? "" : people.find(person).map(Person::name).orElse("Somebody");
  }

  private String time(Instant at) {
    return DayTime.words(LocalDateTime.ofInstant(at, zone.id()), zone.now());
  }

  private static MajorView.Row row(Ticket ticket) {
    return new MajorView.Row(
        address(ticket.number()).replaceFirst("/major$", ""),
        ticket.number(),
        ticket.name(),
        ticket.caller().name(),
        ticket.state().isOpen() ? (ticket.state().isWaiting() ? "waiting" : "open") : "good",
        ticket.state().word());
  }

  private record Moment(Instant at, String who, String text, String note) {}

  private List<MajorView.Event> timeline(MajorIncident incident, Ticket ticket) {
    var all = new ArrayList<Moment>();
    all.add(new Moment(incident.declaredAt(), incident.declaredBy(), "declared it", ""));
    for (MajorIncident.Update update : incidents.updates(incident)) {
      String note =
          update.told() == 0
              ? ""
              : update.told() == 1 ? "1 caller told" : update.told() + " callers told";
      all.add(new Moment(update.at(), update.who(), update.text(), note));
    }
    for (HistoryRow row : histories.of(ticket)) {
      if (TOLD.contains(row.field()) && row.step() > 1) {
        String becomes = row.becomes().isEmpty() ? "nobody" : row.becomes();
        all.add(new Moment(row.at(), row.who(), row.field().label() + ": " + becomes, ""));
      }
    }
    for (Ticket other : incidents.caused(ticket)) {
      histories.of(other).stream()
          .filter(row -> row.field() == TicketField.LINK && row.becomes().contains(ticket.ref()))
          .findFirst()
          .ifPresent(row ->
              all.add(new Moment(row.at(), row.who(), "linked ticket " + other.number(), "")));
    }
    Instant ended = incident.endedAt();
    if (ended != null) {
      all.add(new Moment(ended, "", "It is over.", ""));
    }
    return all.stream()
        .sorted(Comparator.comparing(Moment::at))
        .map(one -> new MajorView.Event(time(one.at()), one.who(), one.text(), one.note()))
        .toList();
  }

  private static MajorView.Review review(MajorIncident incident) {
    MajorIncident.Review review = incident.review();
    return new MajorView.Review(review.happened(), review.why(), review.changes());
  }

  private MajorView.Action action(MajorIncident.Action action, String address, boolean mayChange) {
    LocalDate due = action.due();
    return new MajorView.Action(
        action.text(),
        name(action.person()),
        due == null ? "" : due.toString(),
        action.doneAt() != null,
        mayChange ? address + "/actions/" + action.id() + "/tick" : null);
  }
}
