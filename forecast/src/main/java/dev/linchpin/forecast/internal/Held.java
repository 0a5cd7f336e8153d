package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Drivers.Source;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ScopeGrowth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is not left to chance in the runs of a question: it is in each run what it is on average.
/// Everything else has the same luck as without.
public record Held(Set<Source> sources) {
  static final Held NOTHING = new Held(Set.of());

  public Held {
    sources = Set.copyOf(sources);
  }

  public static Held of(Source source) {
    return new Held(EnumSet.of(source));
  }

  boolean holds(Source source) {
    return sources.contains(source);
  }

  /// The question with what can be held by asking otherwise.
  Question in(Question question) {
    Question held = question;
    if (holds(Source.INTERRUPTIONS)) {
      held = held.with(certain(held.interruptions()));
    }
    if (holds(Source.GROWTH)) {
      List<ScopeGrowth> growth = held.plan().growth().stream().map(Held::certain).toList();
      held = held.with(held.plan().withGrowth(growth));
    }
    return held;
  }

  private static Interruptions certain(Interruptions all) {
    Map<PersonId, Load> loads = new HashMap<>();
    all.loads()
        .forEach((who, it) ->
            loads.put(who, new Load(it.byWeekday(), 0, 0, it.persistence(), it.phases())));
    return new Interruptions(loads, all.common());
  }

  private static ScopeGrowth certain(ScopeGrowth it) {
    double mean =
        StatedRange.of(1 + it.optimistic(), 1 + it.likely(), 1 + it.pessimistic()).mean() - 1;
    double most = Math.clamp(mean, 0, ScopeGrowth.MOST);
    return new ScopeGrowth(it.project(), most, most, most);
  }
}
