package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.CostItem;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Rate;
import dev.linchpin.forecast.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * What each project costs in one run, from now on: the work that is done in it at the rates of
 * those who do it, the items, and the risks that happen. It is taken from the run that also gives
 * the dates, so that "by that day and for that much" has one chance. What was spent before is an
 * item.
 */
final class Costs {
  private static final double MINUTES = 60;

  private record Item(int project, StatedRange cost, long key) {}

  private final Prepared plan;
  private final double[] perMinute;
  private final List<Item> items = new ArrayList<>();
  private final boolean known;

  Costs(Plan from, Prepared plan, Seed seed) {
    this.plan = plan;
    Map<PersonId, Rate> rates = new HashMap<>();
    from.rates().forEach(it -> rates.putIfAbsent(it.person(), it));
    this.perMinute = new double[plan.people.length];
    for (int p = 0; p < perMinute.length; p++) {
      Rate rate = rates.get(plan.people[p].id());
      perMinute[p] = rate == null ? 0 : rate.perHour() / MINUTES / Prepared.WHOLE;
    }
    for (CostItem item : from.items()) {
      for (int p = 0; p < plan.projects.length; p++) {
        if (plan.projects[p].id().equals(item.project())) {
          String whose = "item " + item.project() + " " + item.name();
          long key = Draws.key(seed, Draws.Layer.COST, whose);
          items.add(new Item(p, StatedRange.of(item.cost()), key));
        }
      }
    }
    this.known =
        !items.isEmpty()
            || Arrays.stream(perMinute).anyMatch(it -> it > 0)
            || from.risks().stream().anyMatch(it -> it.cost() != null);
  }

  /// True if anything costs anything.
  boolean areKnown() {
    return known;
  }

  /// Adds work and items of one run to what each project costs, in hundredths.
  void add(int run, DispatchPass pass, double[] cost) {
    for (int i = 0; i < plan.count(); i++) {
      if (plan.kind[i] == Prepared.Kind.PEOPLE && plan.isOpen(i)) {
        double hour = 0;
        for (int place = plan.who[i]; place < plan.who[i + 1]; place++) {
          hour += perMinute[pass.person[place]] * plan.share[place];
        }
        cost[plan.project[i]] += hour * pass.work[i];
      }
    }
    for (Item item : items) {
      cost[item.project()] += item.cost().at(Draws.normal(Draws.key(item.key(), run)));
    }
  }
}
