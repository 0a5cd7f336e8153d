package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// People's time in one run, interruptions and unplanned absence taken out: of each person, and
/// what they share.
final class RunClocks {
  private static final Load NEVER = new Load(Collections.nCopies(7, Duration.ZERO), 0, 0, 0);

  private final Prepared plan;
  private final SharedLoad common;

  /// Null for somebody whose time is free and certain.
  private final @Nullable Interrupted[] interrupted;

  private final boolean any;

  RunClocks(Prepared plan, Interruptions interruptions, Seed seed) {
    this(plan, interruptions, seed, Held.NOTHING);
  }

  RunClocks(Prepared plan, Interruptions interruptions, Seed seed, Held held) {
    this.plan = plan;
    this.common = new SharedLoad(interruptions.common(), seed);
    this.interrupted = new Interrupted[plan.people.length];
    for (int p = 0; p < interrupted.length; p++) {
      interrupted[p] = interrupted(p, interruptions, seed, held);
    }
    this.any = Arrays.stream(interrupted).anyMatch(Objects::nonNull);
  }

  private @Nullable Interrupted interrupted(
      int number, Interruptions interruptions, Seed seed, Held held) {
    Person person = plan.people[number];
    Load load = interruptions.loads().get(person.id());
    Absence absence = person.absence();
    if (load == null && absence.share() == 0) {
      return null;
    }
    boolean steady = person.capacity() > 1 || held.holds(Source.ABSENCE);
    int today = plan.axis.asOf() / Axis.DAY;
    String id = person.id().value();
    return new Interrupted(
        plan.axis,
        plan.clock[number],
        common,
        load == null ? NEVER : load,
        id,
        seed,
        steady || absence.share() == 0 ? null : new AwayDays(absence, today, id, seed),
        steady ? 1 - absence.share() : 1);
  }

  /// True if everybody works day and night, and nothing ever keeps anybody from it.
  boolean areAroundTheClock() {
    return !any && Arrays.stream(plan.clock).allMatch(WorkClock::isAroundTheClock);
  }

  void begin(int run) {
    if (!any) {
      return;
    }
    common.begin(run);
    for (Interrupted person : interrupted) {
      if (person != null) {
        person.begin(run);
      }
    }
  }

  /// When `work` minutes of a person end that begin at `from`.
  int finish(int person, int from, int work) {
    Interrupted own = interrupted[person];
    return own == null ? plan.clock[person].finish(from, work) : own.finish(from, work);
  }

  /// How much a person gets done from a time to a time.
  int done(int person, int from, int to) {
    Interrupted own = interrupted[person];
    WorkClock clock = plan.clock[person];
    return own == null ? clock.worked(to) - clock.worked(from) : own.done(from, to);
  }

  /// The first time from a time on at which a person is at work, interrupted or not.
  int next(int person, int time) {
    Interrupted own = interrupted[person];
    return own == null ? plan.clock[person].next(time) : own.next(time);
  }

  /// False on a day on which a person is away unplanned.
  boolean isThere(int person, int time) {
    Interrupted own = interrupted[person];
    return own == null || own.isThere(time / Axis.DAY);
  }
}
