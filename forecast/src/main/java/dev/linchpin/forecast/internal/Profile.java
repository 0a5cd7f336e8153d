package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * What a person is busy with, over that person's own working time: a step function. Because its
 * axis is worked minutes and not the calendar, two tasks that follow each other over a weekend
 * touch, melt into one step, and a fully booked year is one step as well.
 */
final class Profile {
  private static final int NOBODY = -1;

  private final int capacity;
  private int[] from = new int[8];
  private int[] used = new int[8];
  private int[] holder = new int[8];
  private int size = 1;
  private int blocker = NOBODY;

  Profile(int capacity) {
    this.capacity = capacity;
    this.holder[0] = NOBODY;
  }

  void clear() {
    size = 1;
    used[0] = 0;
    holder[0] = NOBODY;
  }

  /// A point before which `share` is never free from `since` on.
  int takenUntil(int since, int share) {
    int step = stepAt(since);
    return used[step] + share > capacity ? from[step + 1] : since;
  }

  /// The first point at or after `point` from which `share` is free for `work` minutes.
  int earliest(int point, int work, int share) {
    int at = point;
    blocker = NOBODY;
    if (work == 0) {
      return at;
    }
    for (int step = stepAt(point); step < size && from[step] < (long) at + work; step++) {
      if (used[step] + share > capacity) {
        blocker = holder[step];
        at = from[step + 1];
      }
    }
    return at;
  }

  /// The first point from `point` to before `limit` at which `share` is not free; `limit` if it
  /// always is.
  int blockedFrom(int point, int limit, int share) {
    for (int step = stepAt(point); step < size && from[step] < limit; step++) {
      if (used[step] + share > capacity) {
        return Math.max(point, from[step]);
      }
    }
    return limit;
  }

  /// The last point at or before `point` from which `share` is free for `work` minutes; below 0 if
  /// there is none.
  int latest(int point, int work, int share) {
    int at = point;
    for (int step = stepAt(point + work - 1); step >= 0; step--) {
      boolean over = step + 1 < size && from[step + 1] <= at;
      if (over) {
        break;
      }
      if (used[step] + share > capacity) {
        at = from[step] - work;
      }
    }
    return at;
  }

  /// The first point from `limit` on from which `share` is free up to `point`.
  int freeSince(int point, int limit, int share) {
    for (int step = stepAt(point - 1); step >= 0; step--) {
      if (used[step] + share > capacity) {
        return Math.max(limit, Math.min(point, from[step + 1]));
      }
      if (from[step] <= limit) {
        break;
      }
    }
    return limit;
  }

  /// Who was in the way of the last question; -1 for nobody.
  int blocker() {
    return blocker;
  }

  /// Books a share, or gives it back if negative.
  void book(int point, int work, int share, int task) {
    int first = split(point);
    int end = split(point + work);
    for (int step = first; step < end; step++) {
      used[step] += share;
      holder[step] = task;
    }
    join(end);
    join(first);
  }

  private int stepAt(int point) {
    int step = Arrays.binarySearch(from, 0, size, point);
    return step >= 0 ? step : -step - 2;
  }

  /// Makes a step begin at `point`, and gives its place.
  private int split(int point) {
    int step = stepAt(point);
    if (from[step] == point) {
      return step;
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      used = Arrays.copyOf(used, 2 * size);
      holder = Arrays.copyOf(holder, 2 * size);
    }
    move(step + 1, step + 2);
    from[step + 1] = point;
    used[step + 1] = used[step];
    holder[step + 1] = holder[step];
    size++;
    return step + 1;
  }

  /// Melts a step into the one before it if both are equally used.
  private void join(int step) {
    if (step > 0 && step < size && used[step] == used[step - 1]) {
      holder[step - 1] = holder[step];
      move(step + 1, step);
      size--;
    }
  }

  private void move(int step, int to) {
    System.arraycopy(from, step, from, to, size - step);
    System.arraycopy(used, step, used, to, size - step);
    System.arraycopy(holder, step, holder, to, size - step);
  }
}
