package dev.linchpin.reports.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.levels.DayTime;
import dev.linchpin.helpdesk.levels.Escalations;
import dev.linchpin.helpdesk.levels.Goal;
import dev.linchpin.helpdesk.levels.Rotas;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import dev.linchpin.platform.Zone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the help desk waits for from somebody: tickets whose time comes near, weeks without anybody
/// on call.
@Component
class DeskNeeds {
  private static final int NEAR_MAX = 5;

  private final Access access;
  private final People people;
  private final Escalations escalations;
  private final Rotas rotas;
  private final Queues queues;
  private final MajorIncidents incidents;
  private final Zone zone;

  DeskNeeds(
      Access access,
      People people,
      Escalations escalations,
      Rotas rotas,
      Queues queues,
      MajorIncidents incidents,
      Zone zone) {
    this.access = access;
    this.people = people;
    this.escalations = escalations;
    this.rotas = rotas;
    this.queues = queues;
    this.incidents = incidents;
    this.zone = zone;
  }

  List<NowView.Need> needs(Who who) {
    if (!access.may(who, Permission.READ_TICKETS)) {
      return List.of();
    }
    var needs = new ArrayList<NowView.Need>();
    incidents.open().forEach(incident -> needs.add(major(incident)));
    Optional<Person> me = who.email().isEmpty() ? Optional.empty() : people.withEmail(who.email());
    me.map(person -> escalations.waitingFor(person.id(), NEAR_MAX)).orElse(List.of()).stream()
        .map(this::near)
        .forEach(needs::add);
    if (access.may(who, Permission.MANAGE_PEOPLE)) {
      rotas.gaps(zone.instant()).stream().flatMap(gap -> gap(gap).stream()).forEach(needs::add);
    }
    return needs;
  }

  private NowView.Need major(MajorIncident incident) {
    String at =
        DayTime.words(LocalDateTime.ofInstant(incident.nextUpdate(), zone.id()), zone.now());
    return new NowView.Need(
        "Major incident: " + incident.title(),
        incident.isUpdateLate(zone.instant())
            ? "The update was due %s.".formatted(at)
            : "Next update by %s.".formatted(at),
        "/t/" + URLEncoder.encode(incident.ticket(), StandardCharsets.UTF_8) + "/major",
        "Look at it");
  }

  private NowView.Need near(Escalations.Near near) {
    Instant due = near.due();
    LocalDateTime now = zone.now();
    String what = near.goal() == Goal.ANSWER ? "Answer" : "Resolve";
    String sentence = what + ".";
    if (due != null) {
      LocalDateTime at = LocalDateTime.ofInstant(due, zone.id());
      sentence =
          at.isBefore(now)
              ? "It was due %s.".formatted(DayTime.words(at, now))
              : "%s by %s.".formatted(what, DayTime.words(at, now));
    }
    return new NowView.Need(
        near.title(),
        sentence,
        "/t/" + URLEncoder.encode(near.number(), StandardCharsets.UTF_8),
        "Open ticket " + near.number());
  }

  private Optional<NowView.Need> gap(Rotas.Gap gap) {
    LocalDateTime now = zone.now();
    return queues
        .find(gap.queue())
        .map(Queue::name)
        .map(name ->
            new NowView.Need(
                "On call: " + name,
                "%s is on leave from %s: nobody is there."
                    .formatted(
                        people.find(gap.person()).map(Person::name).orElse("Somebody"),
                        DayTime.words(LocalDateTime.ofInstant(gap.begins(), zone.id()), now)),
                "/tickets/queues/" + gap.queue() + "/on-call",
                "Name a person"));
  }
}
