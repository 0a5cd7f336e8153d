package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Interruptions.Phase;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Seed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * People's time in one run, interruptions and unplanned absence taken out. A day of 8 hours that
 * loses 2 brings 45 minutes of work per hour. What a week takes is: mean by weekday × phase ×
 * level × swing of the week, at most the day. The phase is what is known to come: a season, a
 * wave, a surge that fades.
 *
 * Level: lognormal with mean 1, one per person and run: we do not know the mean exactly. Swing:
 * lognormal with mean 1 whose logarithm follows an AR(1) from week to week, so that a bad week is
 * followed by a bad week. Both have a part that all people share, because one outage keeps
 * everybody from work; the shared part of the level is spread evenly over the runs. Daily noise is
 * left out: it hardly moves a date (SCIENCE B9, findings 8 and 9).
 *
 * Weeks are drawn when somebody works in them, and walked day by day: a task of a week costs five
 * steps, less than a search.
 */
final class RunClocks {
  /// Beyond these weeks of one run the last swing stays.
  private static final int WEEKS = 1_040;

  private static final int WEEKS_AT_ONCE = 8;

  private static final double ROUNDING = 1e-6;
  private static final Load NEVER = new Load(Collections.nCopies(7, Duration.ZERO), 0, 0, 0);

  private final Prepared plan;
  private final double shared;
  private final double own;
  private final long commonLevelKey;
  private final long commonWeekKey;
  private final @Nullable Loaded[] loaded;
  private final double[] commonSwing = new double[WEEKS];
  private final boolean anyLoaded;
  private final int firstWeek;
  private int commonDrawn;
  private double commonLevel;
  private int run;

  /// What one person loses, and what of it is drawn so far in this run.
  private static final class Loaded {
    /// When they are not there; null if they always are.
    final @Nullable AwayDays absent;

    /// Share of the time they are there, where that is the same every day.
    final double present;

    final int[] taken;
    final long levelKey;
    final long weekKey;
    final double levelLogSd;
    final double weekLogSd;
    final double persistence;
    final double fresh;

    /// How many times the mean each week takes, the last one for good; empty is always once.
    final double[] phase;

    double[] factor = new double[64];
    int drawn;
    double level;
    double swing;
    long runKey;

    Loaded(
        Load load,
        LocalDate monday,
        String id,
        Seed seed,
        @Nullable AwayDays absent,
        double present) {
      this.absent = absent;
      this.present = present;
      this.taken = Kept.minutes(load.byWeekday());
      this.levelKey = Draws.key(seed, Draws.Layer.LEVEL, id);
      this.weekKey = Draws.key(seed, Draws.Layer.WEEK, id);
      this.levelLogSd = logSd(load.levelCv());
      this.weekLogSd = logSd(load.weeklyCv());
      this.persistence = load.persistence();
      this.fresh = StrictMath.sqrt(1 - persistence * persistence);
      this.phase = byWeek(load.phases(), monday);
    }

    boolean isThere(int day) {
      return absent == null || !absent.isAway(day);
    }

    private static double[] byWeek(List<Phase> phases, LocalDate monday) {
      if (phases.isEmpty()) {
        return new double[0];
      }
      LocalDate last = phases.stream().map(Phase::from).max(LocalDate::compareTo).orElseThrow();
      long weeks = Math.ceilDiv(ChronoUnit.DAYS.between(monday, last), 7L) + 1;
      double[] byWeek = new double[(int) Math.clamp(weeks, 1L, (long) WEEKS)];
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
  }

  RunClocks(Prepared plan, Interruptions interruptions, Seed seed) {
    this(plan, interruptions, seed, Held.NOTHING);
  }

  RunClocks(Prepared plan, Interruptions interruptions, Seed seed, Held held) {
    this.plan = plan;
    this.shared = StrictMath.sqrt(interruptions.common());
    this.own = StrictMath.sqrt(1 - interruptions.common());
    this.commonLevelKey = Draws.key(seed, Draws.Layer.COMMON_LEVEL, "");
    this.commonWeekKey = Draws.key(seed, Draws.Layer.COMMON_WEEK, "");
    this.firstWeek = plan.axis.week(plan.axis.asOf() / Axis.DAY);
    this.loaded = new Loaded[plan.people.length];
    LocalDate monday =
        plan.axis
            .at(plan.axis.asOf())
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int p = 0; p < loaded.length; p++) {
      loaded[p] = loaded(plan.people[p], interruptions, monday, seed, held);
    }
    this.anyLoaded = Arrays.stream(loaded).anyMatch(Objects::nonNull);
  }

  /// Null for somebody whose time is free and certain.
  private @Nullable Loaded loaded(
      Person person, Interruptions interruptions, LocalDate monday, Seed seed, Held held) {
    Load load = interruptions.loads().get(person.id());
    Absence absence = person.absence();
    if (load == null && absence.share() == 0) {
      return null;
    }
    boolean steady = person.capacity() > 1 || held.holds(Source.ABSENCE);
    int today = plan.axis.asOf() / Axis.DAY;
    String id = person.id().value();
    return new Loaded(
        load == null ? NEVER : load,
        monday,
        id,
        seed,
        steady || absence.share() == 0 ? null : new AwayDays(absence, today, id, seed),
        steady ? 1 - absence.share() : 1);
  }

  /// True if everybody works day and night, and nothing ever keeps anybody from it.
  boolean areAroundTheClock() {
    for (int p = 0; p < loaded.length; p++) {
      if (loaded[p] != null || !plan.clock[p].isAroundTheClock()) {
        return false;
      }
    }
    return true;
  }

  void begin(int run) {
    this.run = run;
    commonDrawn = 0;
    commonLevel = anyLoaded ? Strata.normal(commonLevelKey, run) : 0;
    for (Loaded person : loaded) {
      if (person != null) {
        begin(person);
      }
    }
  }

  /// When `work` minutes of a person end that begin at `from`.
  int finish(int person, int from, int work) {
    Loaded load = loaded[person];
    WorkClock clock = plan.clock[person];
    if (load == null) {
      return clock.finish(from, work);
    }
    int day = from / Axis.DAY;
    int weekday = plan.axis.weekday(day);
    int week = plan.axis.week(day) - firstWeek;
    int[] gross = clock.gross(day);
    int position = clock.positionOn(day, from % Axis.DAY);
    double left = work;
    if (position > 0 && load.isThere(day)) {
      left += position * (brought(load, weekday, week, gross[day]) / gross[day]);
    }
    int days = plan.axis.days();
    for (; day < days; week++) {
      double factor = factor(load, week);
      for (; weekday < 7 && day < days; weekday++, day++) {
        gross = day < gross.length ? gross : clock.gross(day);
        double whole = gross[day] - load.taken[weekday] * factor;
        double brought = load.isThere(day) ? load.present * Math.max(0, whole) : 0;
        if (left <= brought) {
          int end = (int) Math.ceil(left * gross[day] / brought - ROUNDING);
          return clock.timeOn(day, Math.clamp(end, position, gross[day]));
        }
        left -= brought;
        position = 0;
      }
      weekday = 0;
    }
    return plan.axis.end();
  }

  /// How much a person gets done from a time to a time.
  int done(int person, int from, int to) {
    Loaded load = loaded[person];
    WorkClock clock = plan.clock[person];
    if (load == null) {
      return clock.worked(to) - clock.worked(from);
    }
    double done = 0;
    for (int day = from / Axis.DAY; day <= Math.min(to / Axis.DAY, plan.axis.days() - 1); day++) {
      int minutes = clock.minutesOn(day);
      if (minutes > 0 && load.isThere(day)) {
        int first = day == from / Axis.DAY ? clock.positionOn(day, from % Axis.DAY) : 0;
        int last = day == to / Axis.DAY ? clock.positionOn(day, to % Axis.DAY) : minutes;
        int week = plan.axis.week(day) - firstWeek;
        double brought = brought(load, plan.axis.weekday(day), week, minutes);
        done += (last - first) * brought / minutes;
      }
    }
    return (int) done;
  }

  /// The first time from a time on at which a person is at work, interrupted or not.
  int next(int person, int time) {
    Loaded load = loaded[person];
    WorkClock clock = plan.clock[person];
    int next = clock.next(time);
    if (load == null || load.absent == null) {
      return next;
    }
    for (int day = next / Axis.DAY; next < plan.axis.end() && !load.isThere(day); ) {
      next = clock.next(Math.min(plan.axis.end(), load.absent.back(day) * Axis.DAY));
      day = next / Axis.DAY;
    }
    return next;
  }

  /// False on a day on which a person is away unplanned.
  boolean isThere(int person, int time) {
    Loaded load = loaded[person];
    return load == null || load.isThere(time / Axis.DAY);
  }

  private void begin(Loaded person) {
    if (person.absent != null) {
      person.absent.begin(run);
    }
    person.runKey = Draws.key(person.weekKey, run);
    double alone = Draws.normal(Draws.key(person.levelKey, run));
    person.level = meanOne(person.levelLogSd, shared * commonLevel + own * alone);
    person.drawn = 0;
  }

  /// What is left of a day.
  private double brought(Loaded person, int weekday, int week, int minutes) {
    return person.present * Math.max(0, minutes - person.taken[weekday] * factor(person, week));
  }

  /// How many times the mean is taken in a week.
  private double factor(Loaded person, int weeksOn) {
    int week = Math.clamp(weeksOn, 0, WEEKS - 1);
    if (person.drawn <= week) {
      drawWeeks(person, week);
    }
    return person.factor[week];
  }

  /// Draws some weeks at once, step by step for all of them: then the processor works on several.
  private void drawWeeks(Loaded person, int wanted) {
    int from = person.drawn;
    int to = Math.min(WEEKS, wanted + WEEKS_AT_ONCE);
    drawCommonWeeks(to);
    if (to > person.factor.length) {
      person.factor = Arrays.copyOf(person.factor, Math.min(WEEKS, 2 * to));
    }
    double[] factor = person.factor;
    for (int week = from; week < to; week++) {
      double alone = Draws.normal(Draws.key(person.runKey, week));
      factor[week] = shared * commonSwing[week] + own * alone;
    }
    double swing = person.swing;
    for (int week = from; week < to; week++) {
      swing = week == 0 ? factor[0] : person.persistence * swing + person.fresh * factor[week];
      factor[week] = swing;
    }
    person.swing = swing;
    for (int week = from; week < to; week++) {
      factor[week] = person.level * meanOne(person.weekLogSd, factor[week]);
    }
    for (int week = from; week < to && person.phase.length > 0; week++) {
      factor[week] *= person.phase[Math.min(week, person.phase.length - 1)];
    }
    person.drawn = to;
  }

  private void drawCommonWeeks(int to) {
    long key = Draws.key(commonWeekKey, run);
    for (; commonDrawn < to; commonDrawn++) {
      commonSwing[commonDrawn] = Draws.normal(Draws.key(key, commonDrawn));
    }
  }

  private static double meanOne(double logSd, double z) {
    return Exp.of(logSd * z - logSd * logSd / 2);
  }
}
