package dev.linchpin.forecast.internal;

/// Who is in which place of a task, in one run. Places with a name are always taken; the others are
/// given to people who know enough, each to somebody else.
final class Staff {
  /// Whether a person has time for a place.
  interface HasTime {
    boolean test(int place, int who);
  }

  private final Prepared plan;
  private final int[] person;
  private final boolean[] taken;

  /// @param person who is in each place; written as places are taken
  Staff(Prepared plan, int[] person) {
    this.plan = plan;
    this.person = person;
    this.taken = new boolean[person.length];
  }

  void clear() {
    if (plan.chooses) {
      System.arraycopy(plan.person, 0, person, 0, person.length);
    }
    for (int place = 0; place < taken.length; place++) {
      taken[place] = plan.choice[place] == null;
    }
  }

  boolean has(int place) {
    return taken[place];
  }

  void take(int place, int who) {
    person[place] = who;
    taken[place] = true;
  }

  /// Gives back the places of a task that nobody is named for.
  void empty(int task) {
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      taken[place] = plan.choice[place] == null;
    }
  }

  boolean isChoice(int place, int who) {
    for (int candidate : plan.choices.of(place)) {
      if (candidate == who) {
        return true;
      }
    }
    return false;
  }

  /// True if it is that person's place, or may become it so that the others can still be filled.
  boolean mayTake(int task, int place, int who) {
    return taken[place] || (!isIn(task, who) && canFillOthers(task, place, who));
  }

  /// Finds somebody for every place; whoever asks is one of them.
  ///
  /// @param freeFrom when each person got free: who has been free for longest comes first
  boolean fill(int task, int who, HasTime hasTime, int[] freeFrom) {
    int last = plan.who[task + 1];
    for (int place = plan.who[task]; place < last; place++) {
      if (taken[place] && !hasTime.test(place, person[place])) {
        return false;
      }
    }
    for (int place = plan.who[task]; place < last && !isIn(task, who); place++) {
      if (!taken[place]
          && isChoice(place, who)
          && hasTime.test(place, who)
          && mayTake(task, place, who)) {
        take(place, who);
      }
    }
    boolean all = isIn(task, who);
    for (int place = plan.who[task]; place < last && all; place++) {
      all = taken[place] || takeBest(task, place, hasTime, freeFrom);
    }
    return all;
  }

  private boolean takeBest(int task, int place, HasTime hasTime, int[] freeFrom) {
    int best = -1;
    for (int candidate : plan.choices.of(place)) {
      if ((best < 0 || freeFrom[candidate] < freeFrom[best])
          && hasTime.test(place, candidate)
          && mayTake(task, place, candidate)) {
        best = candidate;
      }
    }
    if (best >= 0) {
      take(place, best);
    }
    return best >= 0;
  }

  private boolean isIn(int task, int who) {
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      if (taken[place] && person[place] == who) {
        return true;
      }
    }
    return false;
  }

  private boolean canFillOthers(int task, int place, int who) {
    int first = plan.who[task];
    int last = plan.who[task + 1];
    boolean others = false;
    for (int at = first; at < last; at++) {
      others |= at != place && !taken[at];
    }
    return !others
        || plan.choices.canFill(
            first, last, at -> at != place && !taken[at], it -> it != who && !isIn(task, it));
  }
}
