package dev.linchpin.forecast.internal;

import java.util.List;

/// How long work lasts from a start, and back from an end.
sealed interface Lasting {
  int finish(int from);

  /// The last start of work that ends by a time.
  int startBy(int end);

  /// The last time up to another at which work can begin.
  int beginBy(int time);

  /// Time passes whether somebody works or not.
  record Passing(Axis axis, int work) implements Lasting {
    @Override
    public int finish(int from) {
      return axis.plus(from, work);
    }

    @Override
    public int startBy(int end) {
      return end - work;
    }

    @Override
    public int beginBy(int time) {
      return time;
    }
  }

  /// Working time of a person or a calendar.
  record OnClock(WorkClock clock, int work) implements Lasting {
    @Override
    public int finish(int from) {
      return clock.finish(from, work);
    }

    @Override
    public int startBy(int end) {
      return clock.startAt(Math.max(0, clock.workedBefore(end) - work));
    }

    @Override
    public int beginBy(int time) {
      int worked = clock.worked(time);
      int start = clock.startAt(worked);
      return start <= time ? start : clock.startAt(Math.max(0, worked - 1));
    }
  }

  /// A milestone: reached within working time or at its edges.
  record Moment(WorkClock clock) implements Lasting {
    @Override
    public int finish(int from) {
      return from;
    }

    @Override
    public int startBy(int end) {
      return clock.touches(end) ? end : clock.finishAt(clock.worked(end));
    }

    @Override
    public int beginBy(int time) {
      return startBy(time);
    }
  }

  /// Several people, each on an own clock; the last one to end ends it.
  record Together(List<OnClock> all) implements Lasting {
    @Override
    public int finish(int from) {
      return all.stream().mapToInt(it -> it.finish(from)).max().orElse(from);
    }

    @Override
    public int startBy(int end) {
      return all.stream().mapToInt(it -> it.startBy(end)).min().orElse(end);
    }

    @Override
    public int beginBy(int time) {
      return all.stream().mapToInt(it -> it.beginBy(time)).min().orElse(time);
    }
  }
}
