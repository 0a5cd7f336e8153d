package dev.linchpin.forecast.search;

import java.util.concurrent.atomic.AtomicInteger;

/// Slots of one population to be filled by whichever thread comes first.
///
/// The slots are handed out in order. From the first one on whose schedule is as short as the
/// bound, the others need not be filled: which one that is does not depend on who was faster.
final class Batch {
  /// Says what is to be placed for a slot.
  @FunctionalInterface
  interface Lists {
    int[] list(Worker worker, int slot);
  }

  final Side into;
  final Lists lists;

  /// How much of the search is over, 0 to 1.
  final double progress;

  private final int end;
  private final int bound;
  private final AtomicInteger next;
  private final AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);

  Batch(Side into, int first, int end, Lists lists, double progress, int bound) {
    this.into = into;
    this.end = end;
    this.lists = lists;
    this.progress = progress;
    this.bound = bound;
    this.next = new AtomicInteger(first);
  }

  /// A slot nobody has filled yet; -1 if none needs to be.
  int next() {
    int slot = next.getAndIncrement();
    return slot < end && slot <= last.get() ? slot : -1;
  }

  /// A schedule was placed for a slot.
  void placed(int slot, int length) {
    if (length <= bound) {
      last.accumulateAndGet(slot, Math::min);
    }
  }

  /// A schedule shorter than the bound is worth no more than one as short.
  int counted(int length) {
    return Math.max(length, bound);
  }

  /// One behind the last slot that counts.
  int end() {
    return Math.min(last.get(), end - 1) + 1;
  }
}
