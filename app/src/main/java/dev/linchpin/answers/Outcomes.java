package dev.linchpin.answers;

import dev.linchpin.forecast.Progress;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.OpenWork;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.TaskRef;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/*
 * A promise counts only after its day has ended in its own zone. Done by then: kept. Not done, also
 * because it waits or is on hold: missed. Cancelled, or about a person or a service: it says
 * nothing about our dates and gets no outcome.
 */
/// Says of every promise whose day is over whether it was kept.
@Component
public class Outcomes {
  private static final int AT_ONCE = 500;

  private final Promises promises;
  private final Projects projects;
  private final Plans plans;
  private final Milestones milestones;
  private final Tickets tickets;
  private final Zone zone;

  public Outcomes(
      Promises promises,
      Projects projects,
      Plans plans,
      Milestones milestones,
      Tickets tickets,
      Zone zone) {
    this.promises = promises;
    this.projects = projects;
    this.plans = plans;
    this.milestones = milestones;
    this.tickets = tickets;
    this.zone = zone;
  }

  /// Judges what can be judged now; done twice, it changes nothing.
  ///
  /// @return how many promises were judged
  public int judge() {
    Instant now = zone.instant();
    int judged = 0;
    UUID after = null;
    List<Promise> some;
    do {
      some = promises.overWithoutOutcome(zone.today().plusDays(1), after, AT_ONCE);
      for (Promise promise : some) {
        after = promise.id();
        judged += judge(promise, now) ? 1 : 0;
      }
    } while (some.size() == AT_ONCE);
    return judged;
  }

  private boolean judge(Promise promise, Instant now) {
    if (!promise.by().isBefore(now.atZone(promise.zone()).toLocalDate())) {
      return false;
    }
    return switch (end(promise.ref())) {
      case End.Unknown _ -> false;
      case End.Open _ -> judged(promise, false, now);
      case End.On(LocalDate day) -> judged(promise, !day.isAfter(promise.by()), now);
    };
  }

  private boolean judged(Promise promise, boolean kept, Instant now) {
    promises.judge(promise, kept, now);
    return true;
  }

  /// When the promised thing ended.
  private sealed interface End {
    record On(LocalDate day) implements End {}

    record Open() implements End {}

    record Unknown() implements End {}

    static End of(@Nullable LocalDate day) {
      return day == null ? new Open() : new On(day);
    }
  }

  private End end(Ref ref) {
    return switch (ref) {
      case Ref.OfProject project ->
          projects.find(new ProjectKey(project.key())).map(this::end).orElse(new End.Unknown());
      case Ref.OfMilestone milestone -> end(milestone);
      case Ref.OfTicket ticket ->
          tickets.find(ticket.number()).map(Outcomes::end).orElse(new End.Unknown());
      case Ref.OfService _, Ref.OfPerson _ -> new End.Unknown();
    };
  }

  private End end(Project project) {
    return switch (project.state()) {
      case ProjectState.Done done -> new End.On(done.on());
      case ProjectState.Cancelled _ -> new End.Unknown();
      case ProjectState.Running _,
          ProjectState.Waiting _,
          ProjectState.OnHold _,
          ProjectState.NotPlanned _,
          ProjectState.Disputed _ ->
          End.of(
              plans
                  .open(List.of(project.key()))
                  .getOrDefault(project.key(), OpenWork.NONE)
                  .allDoneSince());
    };
  }

  private End end(Ref.OfMilestone ref) {
    var key = new ProjectKey(ref.key());
    boolean isCancelled =
        projects.find(key).filter(one -> one.state() instanceof ProjectState.Cancelled).isPresent();
    if (ref.number() < 1 || isCancelled) {
      return new End.Unknown();
    }
    return milestones
        .find(new TaskRef(key, ref.number()))
        .map(milestone ->
            End.of(
                milestone.progress() instanceof Progress.Done done
                    ? done.finish().toLocalDate()
                    : null))
        .orElse(new End.Unknown());
  }

  private static End end(Ticket ticket) {
    LocalDateTime ended = ticket.ended();
    return End.of(ended == null ? null : ended.toLocalDate());
  }
}
