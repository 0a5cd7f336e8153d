package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.DayRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/*
 * A work clock counts the working minutes since the start of the axis. "Five days of work from
 * here" is then one addition and one search: worked(t) + 5 d, and back to a time. A prefix sum by
 * day keeps both cheap; the days are filled as far as somebody has asked, because most plans need
 * two years and a few need fifty. The way back begins at a table of days by work, so that it is a
 * step or two, not a search.
 *
 * A clock may also give up part of each day to interruptions. They are spread evenly over the day:
 * with 2 of 8 hours lost, every hour brings 45 minutes of work.
 *
 * One point of work has two faces in time: the end of the minute before it and the start of the
 * minute after it. A finish takes the first (Friday 17:00), a start the second (Monday 08:00). So
 * neither ever falls where nobody works.
 *
 * Source: cumulative availability functions, as in SCIENCE B5 "person-day clocks".
 */
final class WorkClock {
  private static final int FIRST_DAYS = 256;

  /// About a day of work with interruptions.
  private static final int STEP = 256;

  /// What is filled so far: working minutes before each day, the shape of each day, its minutes
  /// before interruptions, and the day that holds the work after each so many minutes.
  private record Days(int filled, int[] before, char[] shape, int[] gross, int[] holding) {
    int worked() {
      return before[filled];
    }

    /// Minutes of a day's own time that are over when `worked` is done on it.
    int position(int day, int worked) {
      int net = before[day + 1] - before[day];
      int own = worked - before[day];
      return net == gross[day] ? own : Math.ceilDiv(own * gross[day], net);
    }

    /// The day that holds the work after `worked`; there has to be some.
    int holding(int worked) {
      int low = holding[worked / STEP];
      int high = holding[worked / STEP + 1];
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (before[middle] <= worked) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }
  }

  private final Axis axis;
  private final CalendarDays calendar;
  private final int[][] shapes;
  private final int[] minutes;
  private final long[] hoursOf;
  private final boolean aroundTheClock;
  private final List<int[]> away;
  private final int[] taken;
  private volatile Days days = new Days(0, new int[1], new char[0], new int[0], new int[0]);

  /// @param taken minutes interruptions take on Monday to Sunday
  WorkClock(Axis axis, CalendarDays calendar, List<DayRange> away, int[] taken) {
    this.axis = axis;
    this.calendar = calendar;
    this.shapes = calendar.shapes();
    this.minutes = Arrays.stream(shapes).mapToInt(WorkClock::total).toArray();
    this.hoursOf = Arrays.stream(shapes).mapToLong(DayHours::of).toArray();
    this.away = onAxis(away);
    this.taken = taken;
    this.aroundTheClock =
        away.isEmpty()
            && calendar.isAroundTheClock()
            && Arrays.stream(taken).allMatch(it -> it == 0);
    grow(Math.min(axis.days(), axis.asOf() / Axis.DAY + FIRST_DAYS));
  }

  /// The first minute at or after `t` that is worked; the end of the axis if there is none.
  int next(int t) {
    if (aroundTheClock) {
      return Math.min(t, axis.end());
    }
    int day = t / Axis.DAY;
    if (day >= axis.days()) {
      return axis.end();
    }
    int minute = t % Axis.DAY;
    Days filled = upTo(day);
    long hours = hoursOf[filled.shape[day]];
    int next =
        hours == DayHours.MANY
            ? next(shapes[filled.shape[day]], minute)
            : DayHours.next(hours, minute);
    return next < Axis.DAY ? day * Axis.DAY + next : startAt(filled.before[day + 1]);
  }

  boolean isAroundTheClock() {
    return aroundTheClock;
  }

  /// Marks the minutes of the day at which one of its shifts ends, the last as 0; of whoever is
  /// always at work none.
  void markShiftEnds(long[] minutes) {
    for (int[] shape : aroundTheClock ? new int[0][] : shapes) {
      for (int i = 1; i < shape.length; i += 2) {
        int minute = shape[i] % Axis.DAY;
        minutes[minute / Long.SIZE] |= 1L << minute;
      }
    }
  }

  /// True within working time and at its edges.
  boolean touches(int t) {
    int day = t / Axis.DAY;
    int minute = t % Axis.DAY;
    if (minute == 0 && day > 0 && endsAt(day - 1, Axis.DAY)) {
      return true;
    }
    if (day >= axis.days()) {
      return false;
    }
    int[] shape = shapes[upTo(day).shape[day]];
    for (int i = 0; i < shape.length; i += 2) {
      if (shape[i] <= minute && minute <= shape[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /// Working minutes from the start of the axis to `t`; a part of a minute counts as one.
  int worked(int t) {
    int day = t / Axis.DAY;
    if (day >= axis.days()) {
      return upTo(axis.days() - 1).before[axis.days()];
    }
    Days filled = upTo(day);
    int gross = filled.gross[day];
    if (gross == 0) {
      return filled.before[day];
    }
    int position = position(filled, day, t % Axis.DAY);
    int net = filled.before[day + 1] - filled.before[day];
    return filled.before[day] + (net == gross ? position : Math.ceilDiv(position * net, gross));
  }

  /// The working minutes that are over at `t`, parts left out.
  int workedBefore(int t) {
    int worked = worked(t);
    return worked > 0 && finishAt(worked) > t ? worked - 1 : worked;
  }

  /// The minute in which the work after `worked` begins; the end of the axis if it never does.
  int startAt(int worked) {
    Days filled = holding(worked);
    if (filled.worked() <= worked) {
      return axis.end();
    }
    int day = filled.holding(worked);
    return day * Axis.DAY + minuteAfter(filled, day, filled.position(day, worked));
  }

  /// The minute at whose start `worked` is done; the end of the axis if it never is, its start for
  /// nothing.
  int finishAt(int worked) {
    if (worked <= 0) {
      return 0;
    }
    Days filled = holding(worked - 1);
    if (filled.worked() < worked) {
      return axis.end();
    }
    int day = filled.holding(worked - 1);
    return day * Axis.DAY + minuteBefore(filled, day, filled.position(day, worked));
  }

  /// When `work` minutes end that begin at or after `t`.
  int finish(int t, int work) {
    if (aroundTheClock) {
      return Math.min(t + work, axis.end());
    }
    int from = worked(t);
    return work > axis.end() - from ? axis.end() : finishAt(from + work);
  }

  /// The latest start from which `work` minutes end at `finish` or as little later as can be. What
  /// is due when a shift begins may end when the one before it ended.
  int startToEndAt(int finish, int work) {
    int end = worked(finish);
    if (end == 0 || !isReached(finish, finishAt(end))) {
      end++;
    }
    return startAt(Math.max(0, end - work));
  }

  /// True if work that ends at `end` ends at `due` or later: two faces of one point are the same.
  boolean isReached(int due, int end) {
    return end >= due || (end > 0 && due < axis.end() && startAt(worked(end)) == due);
  }

  /// The first time from `from` on that has `length` minutes without an absence in them.
  int notAway(int from, int length) {
    int at = from;
    for (int k = absenceAfter(from); k < away.size(); k++) {
      if (away.get(k)[0] >= at + length) {
        break;
      }
      at = away.get(k)[1];
    }
    return at;
  }

  /// The first minute of an absence in `from` to before `to`; `to` if there is none.
  int leaves(int from, int to) {
    int next = absenceAfter(from);
    return next == away.size() ? to : Math.clamp(away.get(next)[0], from, to);
  }

  /// The last time up to `to` from which `length` minutes have no absence in them; below 0 if there
  /// is none.
  int notAwayBefore(int to, int length) {
    int at = to;
    int k = Math.min(absenceAfter(to + length), away.size() - 1);
    for (; k >= 0 && away.get(k)[1] > at; k--) {
      if (away.get(k)[0] < at + length) {
        at = away.get(k)[0] - length;
      }
    }
    return at;
  }

  /// When the last absence between the two is over; `from` if there is none.
  int returned(int from, int to) {
    int last = absenceAfter(to) - 1;
    return last < 0 ? from : Math.max(from, away.get(last)[1]);
  }

  /// The first absence that is not over at a minute.
  private int absenceAfter(int t) {
    int low = 0;
    int high = away.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (away.get(middle)[1] > t) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// `t` moved by a working lag, negative or positive.
  int shift(int t, int lag) {
    return lag > 0 ? finish(t, lag) : startAt(Math.max(0, worked(t) + lag));
  }

  /// True if a day that is usually worked is free between the two.
  boolean skipsFreeDay(int from, int to) {
    for (int day = from / Axis.DAY; day < Math.min(to / Axis.DAY, axis.days()); day++) {
      if (upTo(day).shape[day] == CalendarDays.FREE
          && calendar.onWeekday(axis.weekday(day)) != CalendarDays.FREE) {
        return true;
      }
    }
    return false;
  }

  /// Working minutes of a day, before interruptions.
  int minutesOn(int day) {
    return day < axis.days() ? minutes[upTo(day).shape[day]] : 0;
  }

  /// When a day is worked, see DayHours.
  long hours(int day) {
    return hoursOf[upTo(day).shape[day]];
  }

  /// Working minutes of a day before a minute of it, before interruptions.
  int positionOn(int day, int minute) {
    return day < axis.days() ? position(upTo(day), day, minute) : 0;
  }

  /// The time at which that many working minutes of a day are over, before interruptions.
  int timeOn(int day, int position) {
    return day * Axis.DAY + minuteBefore(upTo(day), day, position);
  }

  /// True if there is nothing to work with from `t` on.
  boolean isEmptyFrom(int t) {
    return next(t) == axis.end();
  }

  /// From when to when somebody is away, in minutes of the axis, ascending and apart.
  private List<int[]> onAxis(List<DayRange> ranges) {
    List<int[]> spans = new ArrayList<>();
    for (DayRange range : ranges.stream().sorted(Comparator.comparing(DayRange::first)).toList()) {
      int first = axis.midnight(range.first());
      int end = axis.midnightAfter(range.last());
      if (!spans.isEmpty() && first <= spans.getLast()[1]) {
        spans.getLast()[1] = Math.max(spans.getLast()[1], end);
      } else if (first < end) {
        spans.add(new int[] {first, end});
      }
    }
    return spans;
  }

  private boolean endsAt(int day, int minute) {
    int[] shape = shapes[upTo(day).shape[day]];
    return shape.length > 0 && shape[shape.length - 1] == minute;
  }

  private int position(Days filled, int day, int minute) {
    long hours = hoursOf[filled.shape[day]];
    return hours == DayHours.MANY
        ? position(shapes[filled.shape[day]], minute)
        : DayHours.position(hours, minute);
  }

  private int minuteAfter(Days filled, int day, int position) {
    return minuteBefore(filled, day, position + 1) - 1;
  }

  private int minuteBefore(Days filled, int day, int position) {
    long hours = hoursOf[filled.shape[day]];
    return hours == DayHours.MANY
        ? minuteBefore(shapes[filled.shape[day]], position)
        : DayHours.minuteBefore(hours, position);
  }

  private static int next(int[] pairs, int minute) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (minute < pairs[i + 1]) {
        return Math.max(minute, pairs[i]);
      }
    }
    return Axis.DAY;
  }

  private static int position(int[] pairs, int minute) {
    int position = 0;
    for (int i = 0; i < pairs.length && pairs[i] < minute; i += 2) {
      position += Math.min(minute, pairs[i + 1]) - pairs[i];
    }
    return position;
  }

  private static int minuteBefore(int[] pairs, int position) {
    int minute = pairs[0] + position;
    for (int i = 2; i < pairs.length && minute > pairs[i - 1]; i += 2) {
      minute += pairs[i] - pairs[i - 1];
    }
    return minute;
  }

  private Days upTo(int day) {
    Days filled = days;
    return day < filled.filled ? filled : grow(day + 1);
  }

  /// Days enough to find the work after `worked`, or all there are.
  private Days holding(int worked) {
    Days filled = days;
    while (filled.worked() <= worked && filled.filled < axis.days()) {
      filled = grow(filled.filled + 1);
    }
    return filled;
  }

  private synchronized Days grow(int wanted) {
    Days old = days;
    if (wanted <= old.filled) {
      return old;
    }
    int size = Math.min(axis.days(), Math.max(wanted, 2 * old.filled));
    char[] shape = Arrays.copyOf(old.shape, size);
    int[] before = Arrays.copyOf(old.before, size + 1);
    calendar.fill(axis, shape, old.filled, size);
    for (int[] range : away) {
      int from = Math.clamp(range[0] / Axis.DAY, old.filled, size);
      Arrays.fill(shape, from, Math.clamp(range[1] / Axis.DAY, from, size), CalendarDays.FREE);
    }
    for (int day = old.filled; day < size; day++) {
      int net = Math.max(0, minutes[shape[day]] - taken[axis.weekday(day)]);
      before[day + 1] = before[day] + net;
      shape[day] = net == 0 ? CalendarDays.FREE : shape[day];
    }
    int[] gross = new int[size];
    Arrays.setAll(gross, day -> minutes[shape[day]]);
    days = new Days(size, before, shape, gross, holding(before, size));
    return days;
  }

  /// The day that holds the work after each so many minutes; the last one stands for all that is
  /// not filled.
  private static int[] holding(int[] before, int filled) {
    int[] holding = new int[before[filled] / STEP + 2];
    int day = 0;
    for (int step = 0; step < holding.length; step++) {
      while (day < filled && before[day + 1] <= step * STEP) {
        day++;
      }
      holding[step] = day;
    }
    return holding;
  }

  private static int total(int[] shape) {
    int total = 0;
    for (int i = 0; i < shape.length; i += 2) {
      total += shape[i + 1] - shape[i];
    }
    return total;
  }
}
