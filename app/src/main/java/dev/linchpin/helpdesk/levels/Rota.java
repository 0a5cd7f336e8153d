package dev.linchpin.helpdesk.levels;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.QueueId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/*
 * Hand-overs are readings of the clock on the wall, a calendar week apart, so a week is an hour
 * shorter or longer when the clock changes. A reading that is missing that night is the jump, one
 * that comes twice is the first: there is one hand-over, and never a way back.
 */
/// Who is on call for a queue: people in turn, a week each.
///
/// @param firstDay of the first hand-over; before it nobody is on call
/// @param handOver on the clock of the organisation
/// @param people in their order; nobody twice in a row makes sense, but is no error
/// @param swaps the later one counts where two overlap
/// @param version counts the changes; 0 when new
public record Rota(
    QueueId queue,
    LocalDate firstDay,
    LocalTime handOver,
    List<PersonId> people,
    List<Swap> swaps,
    int version) {
  public static final int PEOPLE_MAX = 52;

  public Rota {
    people = List.copyOf(people);
    swaps = List.copyOf(swaps);
    require(!people.isEmpty(), "Name at least one person.");
    require(people.size() <= PEOPLE_MAX, "Name at most %d people.", PEOPLE_MAX);
  }

  /// Somebody else is on call for a while.
  public record Swap(UUID id, LocalDateTime begins, LocalDateTime ends, PersonId person) {
    public Swap {
      require(begins.isBefore(ends), "Enter an end after the beginning.");
    }
  }

  /// One person's time on call.
  ///
  /// @param swap the exchange it comes from; null for a usual week
  public record Turn(Instant begins, Instant ends, PersonId person, @Nullable UUID swap) {
    boolean holds(Instant at) {
      return !begins.isAfter(at) && ends.isAfter(at);
    }
  }

  /// The turns that touch this time, in order.
  public List<Turn> turns(Instant from, Instant to, ZoneId zone) {
    long last = week(to, zone);
    var borders = new TreeSet<Instant>();
    for (long week = Math.max(0, week(from, zone)); week <= last + 1; week++) {
      borders.add(begin(week, zone));
    }
    if (borders.isEmpty()) {
      return List.of();
    }
    Instant first = borders.getFirst();
    Instant end = borders.getLast();
    for (Swap swap : swaps) {
      for (Instant border : List.of(at(swap.begins(), zone), at(swap.ends(), zone))) {
        if (border.isAfter(first) && border.isBefore(end)) {
          borders.add(border);
        }
      }
    }
    return joined(List.copyOf(borders), zone).stream()
        .filter(turn -> turn.ends().isAfter(from) && turn.begins().isBefore(to))
        .toList();
  }

  private List<Turn> joined(List<Instant> borders, ZoneId zone) {
    var turns = new ArrayList<Turn>();
    for (int i = 0; i + 1 < borders.size(); i++) {
      Turn turn = turn(borders.get(i), borders.get(i + 1), zone);
      UUID swap = turn.swap();
      if (swap != null && !turns.isEmpty() && swap.equals(turns.getLast().swap())) {
        Turn before = turns.getLast();
        turns.set(
            turns.size() - 1, new Turn(before.begins(), turn.ends(), turn.person(), turn.swap()));
      } else {
        turns.add(turn);
      }
    }
    return turns;
  }

  private Turn turn(Instant begins, Instant ends, ZoneId zone) {
    Swap swap =
        swaps.reversed().stream()
            .filter(one -> !at(one.begins(), zone).isAfter(begins))
            .filter(one -> at(one.ends(), zone).isAfter(begins))
            .findFirst()
            .orElse(null);
    return swap == null
        ? new Turn(begins, ends, usual(begins, zone), null)
        : new Turn(begins, ends, swap.person(), swap.id());
  }

  private PersonId usual(Instant at, ZoneId zone) {
    return people.get(Math.toIntExact(week(at, zone) % people.size()));
  }

  /// Who is on call at this moment; empty before the first hand-over.
  public Optional<Turn> at(Instant moment, ZoneId zone) {
    return turns(moment, moment.plusSeconds(1), zone).stream()
        .filter(turn -> turn.holds(moment))
        .findFirst();
  }

  /// Which week after the first hand-over; negative before it.
  private long week(Instant at, ZoneId zone) {
    long near = Math.floorDiv(ChronoUnit.DAYS.between(firstDay, LocalDate.ofInstant(at, zone)), 7L);
    return begin(near, zone).isAfter(at) ? near - 1 : near;
  }

  private Instant begin(long week, ZoneId zone) {
    return at(firstDay.plusWeeks(week).atTime(handOver), zone);
  }

  private static Instant at(LocalDateTime reading, ZoneId zone) {
    var jump = zone.getRules().getTransition(reading);
    return jump != null && jump.isGap() ? jump.getInstant() : reading.atZone(zone).toInstant();
  }
}
