package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Finding;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/*
 * Who is wanted for more at the same time than they have time for: by what runs already, and by
 * what is pinned to a day. The schedule never gives them more than they can do; it lets the second
 * task wait, and this says so. What may be interrupted, or done by somebody else, presses nobody.
 *
 * Times are points of each person's own working time, so nights and weekends do not count. One
 * sweep over the begins and ends of each person.
 */
final class Overload {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final int PER_CENT = Prepared.WHOLE / 100;

  /// A share of a person wanted from a point of their working time to another.
  private record Wish(int task, int from, int to, long share) {}

  private final Prepared plan;
  private final Findings findings;

  Overload(Prepared plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void report() {
    List<List<Wish>> wishes = new ArrayList<>();
    for (int person = 0; person < plan.people.length; person++) {
      wishes.add(new ArrayList<>());
    }
    for (int i = 0; i < plan.count(); i++) {
      boolean fixed = plan.pinned[i] || plan.state[i] == Prepared.State.STARTED;
      if (fixed && plan.kind[i] == Prepared.Kind.PEOPLE && !plan.split[i] && !plan.isOut(i)) {
        addWishes(i, wishes);
      }
    }
    for (int person = 0; person < wishes.size(); person++) {
      sweep(person, wishes.get(person));
    }
  }

  private void addWishes(int task, List<List<Wish>> wishes) {
    for (int at = plan.who[task]; at < plan.who[task + 1]; at++) {
      int person = plan.person[at];
      int from = plan.meanClock[person].worked(plan.notBefore[task]);
      if (plan.choice[at] == null) {
        wishes.get(person).add(new Wish(task, from, from + plan.work[task], plan.share[at]));
      }
    }
  }

  /// Says the first stretch that is too much, and how many there are.
  private void sweep(int person, List<Wish> wishes) {
    TreeMap<Integer, Long> changes = new TreeMap<>();
    for (Wish wish : wishes) {
      changes.merge(wish.from(), wish.share(), Long::sum);
      changes.merge(wish.to(), -wish.share(), Long::sum);
    }
    long share = 0;
    long most = 0;
    boolean over = false;
    List<Integer> edges = new ArrayList<>();
    for (var change : changes.entrySet()) {
      share += change.getValue();
      if (share > plan.capacity[person] != over) {
        over = !over;
        edges.add(change.getKey());
      }
      most = over && edges.size() == 1 ? Math.max(most, share) : most;
    }
    if (!edges.isEmpty()) {
      say(person, most, edges, wishes);
    }
  }

  private void say(int person, long most, List<Integer> edges, List<Wish> wishes) {
    int from = edges.get(0);
    int to = edges.get(1);
    List<Integer> tasks =
        wishes.stream()
            .filter(it -> it.from() < to && from < it.to())
            .map(Wish::task)
            .distinct()
            .toList();
    int others = edges.size() / 2 - 1;
    WorkClock clock = plan.meanClock[person];
    findings.add(
        Finding.Code.OVER_ALLOCATED,
        tasks.stream().map(task -> plan.tasks[task].id()).toList(),
        "%s is needed at %d %% of %d %% from %s to %s by %s%s. What comes second waits. Move a pin,"
            + " lower a share, or give one to somebody else.",
        plan.people[person].name(),
        most / PER_CENT,
        plan.capacity[person] / PER_CENT,
        TIME.format(plan.axis.at(clock.startAt(from))),
        TIME.format(plan.axis.at(clock.finishAt(to))),
        Findings.names(tasks.stream().map(plan::name).toList()),
        others == 0 ? "" : ", and at " + Findings.count(others, "other time"));
  }
}
