package dev.linchpin.forecast.internal;

import java.util.Arrays;

/*
 * What waits for whom: one bit per task and person who does it, a person's bits side by side, the
 * most urgent first. So the most urgent is the first bit that is set, no queue is ever put in
 * order, and a task leaves the others' queues when one of its people takes it.
 */
final class Waiting {
  private static final int WORD = 6;

  /// The bit of each place of a task.
  final int[] bit;

  private final int[] taskOf;
  private final int[] firstWord;
  private final long[] waits;

  Waiting(Prepared plan, int[] byRank) {
    int places = plan.who[plan.count()];
    int[] tasks = new int[plan.people.length];
    for (int place = 0; place < places; place++) {
      tasks[plan.person[place]]++;
    }
    this.firstWord = new int[tasks.length + 1];
    for (int person = 0; person < tasks.length; person++) {
      firstWord[person + 1] = firstWord[person] + Math.ceilDiv(tasks[person], Long.SIZE);
    }
    this.bit = new int[places];
    this.waits = new long[firstWord[tasks.length]];
    this.taskOf = new int[waits.length << WORD];
    int[] next = new int[tasks.length];
    Arrays.setAll(next, person -> firstWord[person] << WORD);
    for (int task : byRank) {
      for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
        bit[place] = next[plan.person[place]]++;
        taskOf[bit[place]] = task;
      }
    }
  }

  void clear() {
    Arrays.fill(waits, 0);
  }

  void add(int at) {
    waits[at >>> WORD] |= 1L << at;
  }

  void remove(int at) {
    waits[at >>> WORD] &= ~(1L << at);
  }

  /// The most urgent that waits for a person, as a bit; -1 if nothing does.
  int first(int person) {
    return search(firstWord[person], firstWord[person + 1], -1L);
  }

  /// The most urgent at or after a bit.
  int next(int person, int from) {
    return search(from >>> WORD, firstWord[person + 1], -1L << from);
  }

  private int search(int from, int end, long among) {
    long mask = among;
    for (int word = from; word < end; word++) {
      long left = waits[word] & mask;
      if (left != 0) {
        return word << WORD | Long.numberOfTrailingZeros(left);
      }
      mask = -1L;
    }
    return -1;
  }

  int task(int at) {
    return taskOf[at];
  }
}
