package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.ChangeWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/*
 * When work within change windows may be done: the stretches in which all of them are open,
 * ascending and apart. They are laid out as far as somebody has asked, as the days of a WorkClock
 * are. A stretch that reaches the end of what is laid out goes on; whoever asks for its end makes
 * it be laid out further.
 *
 * Work fits a stretch or it does not: if it would end too late from where it could begin now, it
 * would from every later point of the same stretch as well. So a search looks at each stretch once.
 */
final class Openings {
  private static final int FIRST_DAYS = 730;
  private static final int WEEK = 7 * Axis.DAY;

  /// What is laid out: days so far, and from/to pairs of minutes.
  private record Spans(int days, int[] pairs) {
    int count() {
      return pairs.length / 2;
    }
  }

  private final Axis axis;
  private final List<ChangeWindow> windows;
  private volatile Spans spans = new Spans(0, new int[0]);

  Openings(Axis axis, List<ChangeWindow> windows) {
    this.axis = axis;
    this.windows = windows;
    grow(Math.min(axis.days(), axis.asOf() / Axis.DAY + FIRST_DAYS));
  }

  /// People come by appointment, whatever their calendar says.
  boolean outOfHours() {
    return windows.stream().anyMatch(ChangeWindow::outOfHours);
  }

  /// The first minute for which one can still ask.
  int afterLead() {
    long lead = windows.stream().mapToLong(it -> LinkBuilder.minutes(it.lead())).max().orElse(0);
    return axis.plus(axis.asOf(), lead);
  }

  String name() {
    return Findings.and(windows.stream().map(ChangeWindow::name).toList());
  }

  /// The first time from `t` on from which work that ends at `finish(start)` lies in one stretch;
  /// the end of the axis if there is none.
  int fit(int t, IntUnaryOperator finish) {
    for (int span = after(t); span >= 0; span = next(span)) {
      int from = Math.max(t, opens(span));
      if (finish.applyAsInt(from) <= closes(span)) {
        return from;
      }
    }
    return axis.end();
  }

  /// The last time up to `t` from which work that ends at `finish(start)` lies in one stretch; -1
  /// if there is none after `since`.
  ///
  /// @param startBy the last start of work that ends by a time
  int lastFit(int t, int since, IntUnaryOperator finish, IntUnaryOperator startBy) {
    for (int span = before(t); span >= 0 && closes(span) > since; span--) {
      int closes = closes(span);
      int from = finish.applyAsInt(t) <= closes ? t : Math.min(t, startBy.applyAsInt(closes));
      if (from >= opens(span)) {
        return from;
      }
    }
    return -1;
  }

  /// When work ends that begins at `from` and goes on in the next stretch where it has to.
  ///
  /// @param finish of work from a time on
  /// @param done how much is done from a time to a time
  int through(int from, int work, IntBinaryOperator finish, IntBinaryOperator done) {
    int left = work;
    int at = from;
    for (int span = after(from); span >= 0; span = next(span)) {
      at = Math.max(at, opens(span));
      int end = finish.applyAsInt(at, left);
      if (end <= closes(span)) {
        return end;
      }
      left -= done.applyAsInt(at, closes(span));
    }
    return axis.end();
  }

  /// When work begins that ends by `to` and is interrupted while nothing is open; -1 if it would
  /// have to begin before `since`.
  ///
  /// @param startBy when work begins that ends by a time
  /// @param done how much is done from a time to a time
  int backThrough(int to, int since, int work, IntBinaryOperator startBy, IntBinaryOperator done) {
    int left = work;
    for (int span = before(to); span >= 0 && closes(span) > since; span--) {
      int closes = Math.min(to, closes(span));
      int within = done.applyAsInt(opens(span), closes);
      if (within >= left) {
        return startBy.applyAsInt(closes, left);
      }
      left -= within;
    }
    return -1;
  }

  /// The last stretch that opens at `t` or before; -1 if there is none.
  int before(int t) {
    while (spans.days() * Axis.DAY <= t && spans.days() < axis.days()) {
      grow(t / Axis.DAY + 1);
    }
    Spans now = spans;
    int span = firstEndingAfter(now, t);
    return span < now.count() && now.pairs()[2 * span] <= t ? span : span - 1;
  }

  /// The stretch that is open at `t` or the next one; -1 if there is none.
  int after(int t) {
    while (true) {
      Spans now = spans;
      int span = firstEndingAfter(now, t);
      if (span < now.count()) {
        return span;
      }
      if (now.days() == axis.days()) {
        return -1;
      }
      grow(now.days() + 1);
    }
  }

  /// The stretch after one; -1 if there is none.
  int next(int span) {
    return after(closes(span));
  }

  int opens(int span) {
    return spans.pairs()[2 * span];
  }

  int closes(int span) {
    Spans now = spans;
    while (now.pairs()[2 * span + 1] == now.days() * Axis.DAY && now.days() < axis.days()) {
      now = grow(now.days() + 1);
    }
    return now.pairs()[2 * span + 1];
  }

  /// What kept work out from `from` to before `to`: the freeze that shut it, or the window itself.
  String shutBy(int from, int to) {
    Openings never = withoutFreezes();
    int span = never.after(from);
    if (span >= 0 && never.opens(span) < to) {
      for (ChangeWindow window : windows) {
        for (ChangeWindow.Freeze freeze : window.freezes()) {
          int begins = axis.midnight(freeze.days().first());
          if (begins < to
              && from < axis.midnightAfter(freeze.days().last())
              && begins < never.closes(span)
              && never.opens(span) < axis.midnightAfter(freeze.days().last())) {
            return freeze.name();
          }
        }
      }
    }
    return name();
  }

  private Openings withoutFreezes() {
    return new Openings(
        axis,
        windows.stream()
            .map(it ->
                new ChangeWindow(
                    it.id(),
                    it.name(),
                    it.week(),
                    it.dates(),
                    List.of(),
                    it.lead(),
                    it.outOfHours()))
            .toList());
  }

  private static int firstEndingAfter(Spans spans, int t) {
    int low = 0;
    int high = spans.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.pairs()[2 * middle + 1] > t) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private synchronized Spans grow(int wanted) {
    Spans old = spans;
    if (wanted <= old.days()) {
      return old;
    }
    int days = Math.min(axis.days(), Math.max(wanted, 2 * old.days()));
    int from = old.days() * Axis.DAY;
    int to = days * Axis.DAY;
    List<int[]> open = List.of(new int[] {from, to});
    for (ChangeWindow window : windows) {
      open = both(open, open(window, from, to));
    }
    spans = new Spans(days, joined(old.pairs(), open));
    return spans;
  }

  private List<int[]> open(ChangeWindow window, int from, int to) {
    List<int[]> open = new ArrayList<>();
    if (window.isUsuallyOpen()) {
      open.add(new int[] {from, to});
    }
    for (ChangeWindow.Weekly it : window.week()) {
      int begins = it.from().ordinal() * Axis.DAY + it.fromMinute();
      int ends = it.to().ordinal() * Axis.DAY + it.toMinute();
      int length = Math.floorMod(ends - begins - 1, WEEK) + 1;
      int monday = from - axis.weekday(from / Axis.DAY) * Axis.DAY - WEEK;
      for (long at = monday + begins; at < to; at += WEEK) {
        open.add(new int[] {(int) Math.max(from, at), (int) Math.min(to, at + length)});
      }
    }
    window
        .dates()
        .forEach(it ->
            open.add(
                new int[] {
                  Math.max(from, axis.minute(it.from())), Math.min(to, axis.minute(it.to()))
                }));
    List<int[]> frozen = new ArrayList<>();
    window
        .freezes()
        .forEach(it ->
            frozen.add(
                new int[] {
                  Math.max(from, axis.midnight(it.days().first())),
                  Math.min(to, axis.midnightAfter(it.days().last()))
                }));
    return both(merged(open), between(merged(frozen), from, to));
  }

  /// Ascending and apart; empty ones are dropped.
  private static List<int[]> merged(List<int[]> spans) {
    List<int[]> sorted =
        spans.stream()
            .filter(span -> span[0] < span[1])
            .sorted(Comparator.comparingInt(span -> span[0]))
            .toList();
    List<int[]> merged = new ArrayList<>();
    for (int[] span : sorted) {
      if (!merged.isEmpty() && span[0] <= merged.getLast()[1]) {
        merged.getLast()[1] = Math.max(merged.getLast()[1], span[1]);
      } else {
        merged.add(span.clone());
      }
    }
    return merged;
  }

  private static List<int[]> between(List<int[]> spans, int from, int to) {
    List<int[]> gaps = new ArrayList<>();
    int at = from;
    for (int[] span : spans) {
      if (at < span[0]) {
        gaps.add(new int[] {at, span[0]});
      }
      at = span[1];
    }
    if (at < to) {
      gaps.add(new int[] {at, to});
    }
    return gaps;
  }

  private static List<int[]> both(List<int[]> some, List<int[]> others) {
    List<int[]> both = new ArrayList<>();
    int other = 0;
    for (int[] span : some) {
      while (other > 0 && others.get(other - 1)[1] > span[0]) {
        other--;
      }
      for (; other < others.size() && others.get(other)[0] < span[1]; other++) {
        int from = Math.max(span[0], others.get(other)[0]);
        int to = Math.min(span[1], others.get(other)[1]);
        if (from < to) {
          both.add(new int[] {from, to});
        }
      }
    }
    return both;
  }

  /// One after the other; where they touch, one stretch.
  private static int[] joined(int[] before, List<int[]> more) {
    boolean touch =
        before.length > 0 && !more.isEmpty() && before[before.length - 1] == more.getFirst()[0];
    int skip = touch ? 1 : 0;
    int[] pairs = Arrays.copyOf(before, before.length + 2 * (more.size() - skip));
    if (touch) {
      pairs[before.length - 1] = more.getFirst()[1];
    }
    for (int k = skip; k < more.size(); k++) {
      pairs[before.length + 2 * (k - skip)] = more.get(k)[0];
      pairs[before.length + 2 * (k - skip) + 1] = more.get(k)[1];
    }
    return pairs;
  }
}
