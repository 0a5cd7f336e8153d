package dev.linchpin.helpdesk.levels;

import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/*
 * A shift is a stretch of real time between two readings of the clock on the wall. In the night the
 * clock goes forward, a shift that begins or ends in the missing hour does so at the jump; in the
 * night it goes back, a reading that comes twice is the first of the two. So shifts that touch each
 * other on the wall touch in real time: no minute counts twice, none is lost.
 */
/// Which hours count for a service level: the working hours of a site, or all.
///
/// @param zone the clock on the wall there
/// @param calendar null when all hours count
/// @param last day the calendar is known to; later days are not looked at
public record ServiceHours(ZoneId zone, @Nullable WorkCalendar calendar, LocalDate last) {
  public static final ServiceHours ALWAYS = always();

  private static ServiceHours always() {
    return new ServiceHours(ZoneId.of("UTC"), null, LocalDate.MAX);
  }

  /// How much of the time between two moments counts; zero when they are the wrong way round.
  public Duration between(Instant from, Instant to) {
    if (!to.isAfter(from)) {
      return Duration.ZERO;
    }
    if (calendar == null) {
      return Duration.between(from, to);
    }
    Duration sum = Duration.ZERO;
    LocalDate end = earlier(LocalDate.ofInstant(to, zone), last);
    for (LocalDate day = LocalDate.ofInstant(from, zone);
        !day.isAfter(end);
        day = day.plusDays(1)) {
      for (Shift shift : calendar.on(day)) {
        sum =
            sum.plus(overlap(later(from, at(day, shift.from())), sooner(to, at(day, shift.to()))));
      }
    }
    return sum;
  }

  /// The moment at which this much counted time is over; empty when it is after the last known day.
  ///
  /// @param work not negative; none is over at once
  public Optional<Instant> after(Instant from, Duration work) {
    if (calendar == null || work.isZero()) {
      return Optional.of(from.plus(work));
    }
    Duration left = work;
    for (LocalDate day = LocalDate.ofInstant(from, zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Shift shift : calendar.on(day)) {
        Instant begin = later(from, at(day, shift.from()));
        Duration here = overlap(begin, at(day, shift.to()));
        if (here.compareTo(left) >= 0) {
          return Optional.of(begin.plus(left));
        }
        left = left.minus(here);
      }
    }
    return Optional.empty();
  }

  private Instant at(LocalDate day, int minute) {
    LocalDateTime reading =
        minute == Shift.MINUTES_PER_DAY
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(minute / 60, minute % 60);
    ZoneOffsetTransition jump = zone.getRules().getTransition(reading);
    return jump != null && jump.isGap() ? jump.getInstant() : reading.atZone(zone).toInstant();
  }

  private static Duration overlap(Instant from, Instant to) {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant sooner(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
