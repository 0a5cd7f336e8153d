package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Interruptions.Phase;
import dev.linchpin.forecast.Seed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * The time of one person in one run, interruptions and unplanned absence taken out. A day of 8
 * hours that loses 2 brings 45 minutes of work per hour. What a week takes is: mean by weekday ×
 * phase × level × swing of the week, at most the day. The phase is what is known to come: a season,
 * a wave, a surge that fades.
 *
 * Level: lognormal with mean 1, one per run: we do not know the mean exactly. Swing: lognormal with
 * mean 1 whose logarithm follows an AR(1) from week to week, so that a bad week is followed by a
 * bad week. Daily noise is left out: it hardly moves a date (SCIENCE B9, findings 8 and 9).
 *
 * What an even week brings up to a weekday is minutes − taken × factor, with the same two numbers
 * in every run: so long work goes from week to week. A week is uneven if a day of it loses more
 * than it has, or if the person is away: then its days are added up. Weeks are drawn when somebody
 * works in them.
 */
final class Interrupted {
  private static final int WEEKS_AT_ONCE = 8;
  private static final double ROUNDING = 1e-6;

  private final Axis axis;
  private final WorkClock clock;
  private final SharedLoad common;

  /// When they are not there; null if they always are.
  private final @Nullable AwayDays absent;

  /// One over the share of the time they are there, where that is the same every day.
  private final double perPresent;

  private final int[] taken;
  private final long levelKey;
  private final long weekKey;
  private final double levelLogSd;
  private final double weekLogSd;
  private final double centre;
  private final double persistence;
  private final double fresh;

  /// How many times the mean each week takes, the last one for good; empty is always once.
  private final double[] phase;

  private final WeekShapes shapes;

  /// How each week of this run differs, as far as drawn: standard normal numbers. What it takes is
  /// reckoned when somebody works in it, because people do not in most weeks.
  private double[] swings = new double[0];

  private int drawn;
  private double level;
  private double swing;
  private long runKey;

  /// @param absent null if the person is never away unplanned
  /// @param present share of every day on which they are there
  Interrupted(
      Axis axis,
      WorkClock clock,
      SharedLoad common,
      Load load,
      String id,
      Seed seed,
      @Nullable AwayDays absent,
      double present) {
    this.axis = axis;
    this.clock = clock;
    this.common = common;
    this.absent = absent;
    this.perPresent = 1 / present;
    this.taken = Kept.minutes(load.byWeekday());
    this.levelKey = Draws.key(seed, Draws.Layer.LEVEL, id);
    this.weekKey = Draws.key(seed, Draws.Layer.WEEK, id);
    this.levelLogSd = logSd(load.levelCv());
    this.weekLogSd = logSd(load.weeklyCv());
    this.centre = weekLogSd * weekLogSd / 2;
    this.persistence = load.persistence();
    this.fresh = StrictMath.sqrt(1 - persistence * persistence);
    this.phase = byWeek(load.phases(), axis.at(axis.asOf()).toLocalDate());
    this.shapes = new WeekShapes(axis, clock, taken);
  }

  private static double[] byWeek(List<Phase> phases, LocalDate today) {
    if (phases.isEmpty()) {
      return new double[0];
    }
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = phases.stream().map(Phase::from).max(LocalDate::compareTo).orElseThrow();
    long weeks = Math.ceilDiv(ChronoUnit.DAYS.between(monday, last), 7L) + 1;
    double[] byWeek = new double[(int) Math.clamp(weeks, 1L, (long) SharedLoad.WEEKS)];
    Arrays.fill(byWeek, 1);
    for (Phase phase : phases) {
      long from = Math.ceilDiv(ChronoUnit.DAYS.between(monday, phase.from()), 7L);
      int first = (int) Math.clamp(from, 0L, (long) byWeek.length);
      Arrays.fill(byWeek, first, byWeek.length, phase.factor());
    }
    return byWeek;
  }

  private static double logSd(double cv) {
    return StrictMath.sqrt(StrictMath.log(1 + cv * cv));
  }

  void begin(int run) {
    if (absent != null) {
      absent.begin(run);
    }
    runKey = Draws.key(weekKey, run);
    double z = common.level(Draws.normal(Draws.key(levelKey, run)));
    level = Exp.of(levelLogSd * z - levelLogSd * levelLogSd / 2);
    drawn = 0;
  }

  /// When `work` minutes end that begin at `from`.
  int finish(int from, int work) {
    int first = from / Axis.DAY;
    int weekday = axis.weekday(first);
    int week = shapes.week(first);
    if (week >= drawn && !know(week)) {
      return axis.end();
    }
    int at = shapes.row[week] + weekday;
    int position = position(first, at, from % Axis.DAY);
    double times = times(week);
    double left = work * perPresent;
    if (isUneven(week, times)) {
      double over = brought(week, weekday, times) * position * shapes.perMinute[at];
      return walk(week, weekday, position, left + over);
    }
    double before = before(at, times);
    left += before + (before(at + 1, times) - before) * position * shapes.perMinute[at];
    double whole = before(shapes.row[week] + WeekShapes.DAYS, times);
    while (left > whole) {
      left -= whole;
      week++;
      if (week >= drawn && !know(week)) {
        return axis.end();
      }
      times = times(week);
      if (isUneven(week, times)) {
        return walk(week, 0, 0, left);
      }
      whole = before(shapes.row[week] + WeekShapes.DAYS, times);
    }
    return finishIn(week, times, left, first, position);
  }

  /// What an even week brings before the weekday of a place in the rows.
  private double before(int at, double times) {
    return shapes.minutesBefore[at] - shapes.takenBefore[at] * times;
  }

  /// When as much of an even week is done; counts the weekdays after which something is left, so
  /// that there is nothing to guess.
  private int finishIn(int week, double times, double work, int first, int position) {
    int row = shapes.row[week];
    int at = row;
    for (int next = row + 1; next < row + WeekShapes.DAYS; next++) {
      at += (int) (Double.doubleToRawLongBits(before(next, times) - work) >>> Long.SIZE - 1);
    }
    double before = before(at, times);
    double minutes = shapes.minutesBefore[at + 1] - shapes.minutesBefore[at];
    double share = (work - before) / (before(at + 1, times) - before);
    int end = (int) Math.ceil(share * minutes - ROUNDING);
    int day = shapes.day(week, at - row);
    return time(day, at, Math.clamp(end, day == first ? position : 0, (int) minutes));
  }

  private int position(int day, int at, int minute) {
    long hours = shapes.hours[at];
    return hours == DayHours.MANY
        ? clock.positionOn(day, minute)
        : DayHours.position(hours, minute);
  }

  private int time(int day, int at, int position) {
    long hours = shapes.hours[at];
    return hours == DayHours.MANY
        ? clock.timeOn(day, position)
        : day * Axis.DAY + DayHours.minuteBefore(hours, position);
  }

  /// The same day by day.
  private int walk(int fromWeek, int fromWeekday, int fromPosition, double work) {
    int week = fromWeek;
    int weekday = fromWeekday;
    int position = fromPosition;
    double left = work;
    for (int day = shapes.day(week, weekday); day < axis.days(); day++) {
      if (week >= drawn && !know(week)) {
        break;
      }
      double brought = brought(week, weekday, times(week));
      if (left <= brought) {
        int minutes = clock.minutesOn(day);
        int end = (int) Math.ceil(left * minutes / brought - ROUNDING);
        return clock.timeOn(day, Math.clamp(end, position, minutes));
      }
      left -= brought;
      position = 0;
      weekday++;
      if (weekday == WeekShapes.DAYS) {
        weekday = 0;
        week++;
      }
    }
    return axis.end();
  }

  /// How much gets done from a time to a time.
  int done(int from, int to) {
    double done = 0;
    for (int day = from / Axis.DAY; day <= Math.min(to / Axis.DAY, axis.days() - 1); day++) {
      int minutes = clock.minutesOn(day);
      if (minutes > 0) {
        int first = day == from / Axis.DAY ? clock.positionOn(day, from % Axis.DAY) : 0;
        int last = day == to / Axis.DAY ? clock.positionOn(day, to % Axis.DAY) : minutes;
        int week = Math.max(0, shapes.week(day));
        know(week);
        done +=
            (last - first) * brought(week, axis.weekday(day), times(week)) / (minutes * perPresent);
      }
    }
    return (int) done;
  }

  /// The first time from a time on at which the person is at work, interrupted or not.
  int next(int time) {
    int next = clock.next(time);
    for (int day = next / Axis.DAY; next < axis.end() && !isThere(day); day = next / Axis.DAY) {
      next = clock.next(Math.min(axis.end(), absent == null ? 0 : absent.back(day) * Axis.DAY));
    }
    return next;
  }

  /// False on a day on which the person is away unplanned.
  boolean isThere(int day) {
    return absent == null || !absent.isAway(day);
  }

  /// What a day brings while the person is there.
  private double brought(int week, int weekday, double times) {
    int day = shapes.day(week, weekday);
    return isThere(day) ? Math.max(0, clock.minutesOn(day) - taken[weekday] * times) : 0;
  }

  /// Draws the weeks up to one and some more; false beyond the axis.
  private boolean know(int week) {
    if (week >= shapes.weeks) {
      return false;
    }
    if (week >= swings.length) {
      int to = Math.min(shapes.weeks, 2 * (week + WEEKS_AT_ONCE));
      shapes.layOut(to);
      swings = Arrays.copyOf(swings, to);
    }
    if (drawn <= week) {
      draw(Math.min(swings.length, (week & ~1) + WEEKS_AT_ONCE));
    }
    return true;
  }

  /// Draws some weeks at once: then the processor works on several.
  private void draw(int to) {
    common.draw(to);
    double now = swing;
    int random = Math.min(to, SharedLoad.WEEKS);
    for (int week = drawn; week < random; week += 2) {
      long key = Draws.key(runKey, week);
      double own = common.swing(week, Draws.normal(key));
      now = week == 0 ? own : persistence * now + fresh * own;
      swings[week] = now;
      now = persistence * now + fresh * common.swing(week + 1, Draws.otherNormal(key));
      swings[week + 1] = now;
    }
    Arrays.fill(swings, Math.max(drawn, random), to, now);
    swing = now;
    drawn = to;
  }

  /// How many times the average is taken in a week that is drawn.
  private double times(int week) {
    double times = level * Exp.of(weekLogSd * swings[week] - centre);
    return phase.length == 0 ? times : times * phase[Math.min(week, phase.length - 1)];
  }

  private boolean isUneven(int week, double times) {
    return times > shapes.most[shapes.row[week]] || isAwayIn(week);
  }

  private boolean isAwayIn(int week) {
    return absent != null && absent.isAway(shapes.day(week, 0), shapes.day(week, 6));
  }
}
