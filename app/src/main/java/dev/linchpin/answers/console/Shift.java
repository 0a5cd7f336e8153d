package dev.linchpin.answers.console;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.TimeRange;
import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.ChangeWindows;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.Milestones.Near;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody who begins a shift at the telephone has to know: what will make people call within
/// two days, and who is owed an answer.
@Component
public class Shift {
  public static final Duration AHEAD = Duration.ofHours(48);
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int SHOWN_MAX = 8;
  private static final int LOOKED_AT = 40;

  private final Milestones milestones;
  private final Projects projects;
  private final ChangeWindows windows;
  private final Tickets tickets;
  private final Access access;
  private volatile @Nullable Looked last;

  Shift(
      Milestones milestones,
      Projects projects,
      ChangeWindows windows,
      Tickets tickets,
      Access access) {
    this.milestones = milestones;
    this.projects = projects;
    this.windows = windows;
    this.tickets = tickets;
    this.access = access;
  }

  /// Something planned that people will call about.
  ///
  /// @param isDay whether only the day is known
  /// @param about "milestone", "change window", "freeze"
  /// @param address of the page with more
  public record Planned(
      LocalDateTime at, boolean isDay, String title, String about, String address) {}

  /// A caller who waits for a first answer.
  public record Owed(String ticket, String title, String caller, @Nullable Instant due) {}

  /// The same for everybody, before rights.
  private record Looked(Instant at, List<Near> near) {}

  /// What is planned within two days, the soonest first.
  public List<Planned> planned(Who who, AskedAt asked) {
    List<Near> near = near(asked);
    Map<ProjectKey, Project> readable =
        projects.readable(who, near.stream().map(one -> one.milestone().project()).toList());
    Stream<Planned> due =
        near.stream()
            .flatMap(one ->
                Optional.ofNullable(readable.get(one.milestone().project()))
                    .map(project -> milestone(one, project))
                    .stream());
    return Stream.concat(due, windows(asked))
        .sorted(Comparator.comparing(Planned::at).thenComparing(Planned::title))
        .limit(SHOWN_MAX)
        .toList();
  }

  private List<Near> near(AskedAt asked) {
    Looked kept = last;
    if (kept != null && kept.at().plus(KEPT).isAfter(asked.instant())) {
      return kept.near();
    }
    List<Near> near = milestones.near(asked.now(), asked.now().plus(AHEAD));
    last = new Looked(asked.instant(), near);
    return near;
  }

  private static Planned milestone(Near one, Project project) {
    return new Planned(
        one.at(),
        true,
        project.name() + ": " + one.milestone().name(),
        one.isFixed() ? "planned for that day" : "most likely done by then",
        "/p/" + project.ref() + "-" + one.milestone().number());
  }

  private Stream<Planned> windows(AskedAt asked) {
    return windows.all().stream().flatMap(kept -> openings(kept.window(), asked).stream());
  }

  private static List<Planned> openings(ChangeWindow window, AskedAt asked) {
    var all = new ArrayList<Planned>();
    for (TimeRange once : window.dates()) {
      add(all, once.from(), window.name(), "changes may be made from then on", asked);
    }
    for (ChangeWindow.Weekly weekly : window.week()) {
      for (LocalDate day = asked.today(); isNear(day.atStartOfDay(), asked); day = next(day)) {
        if (day.getDayOfWeek() == weekly.from()) {
          LocalDateTime from = day.atStartOfDay().plusMinutes(weekly.fromMinute());
          add(all, from, window.name(), "changes may be made from then on", asked);
        }
      }
    }
    for (ChangeWindow.Freeze freeze : window.freezes()) {
      LocalDateTime from = freeze.days().first().atStartOfDay();
      add(all, from, freeze.name(), "no changes from then on", asked);
    }
    return all;
  }

  private static LocalDate next(LocalDate day) {
    return day.plusDays(1);
  }

  private static boolean isNear(LocalDateTime at, AskedAt asked) {
    return at.isBefore(asked.now().plus(AHEAD));
  }

  private static void add(
      List<Planned> all, LocalDateTime at, String title, String about, AskedAt asked) {
    if (!at.isBefore(asked.now()) && isNear(at, asked)) {
      all.add(new Planned(at, false, title, about, "/admin/windows"));
    }
  }

  /// Callers who wait for a first answer, whose time is up first; none for whoever may not read
  /// tickets.
  public List<Owed> owed(Who who) {
    return access.may(who, Permission.READ_TICKETS)
        ? tickets.list(TicketFilter.of(TicketFilter.Stage.DUE), null, LOOKED_AT).stream()
            .filter(Shift::isUnanswered)
            .limit(SHOWN_MAX)
            .map(ticket ->
                new Owed(
                    ticket.number(),
                    ticket.title(),
                    ticket.caller().name(),
                    ticket.targets().due().orElse(null)))
            .toList()
        : List.of();
  }

  private static boolean isUnanswered(Ticket ticket) {
    Target answer = ticket.targets().answer();
    return answer != null && answer.met() == null;
  }
}
