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

  /// Where the words of each person begin, and the end.
  final int[] firstWord;

  private final long[] waits;
  private final long[] waitsAtFirst;

  Waiting(Prepared plan, int[] byRank) {
    int places = plan.who[plan.count()];
    int[] tasks = new int[plan.people.length];
    for (int place = 0; place < places; place++) {
      tasks[plan.person[place]]++;
    }
    this.firstWord = new int[tasks.length + 1];
    for (int person = 0; person < tasks.length; person++) {
      firstWord[person + 1] = firstWord[person] + tasks[person] / Long.SIZE + 1;
    }
    this.bit = new int[places];
    this.waits = new long[firstWord[tasks.length]];
    this.waitsAtFirst = new long[waits.length];
    this.taskOf = new int[waits.length << WORD];
    Arrays.fill(taskOf, -1);
    for (int person = 0; person < tasks.length; person++) {
      waitsAtFirst[firstWord[person + 1] - 1] = 1L << tasks[person];
    }
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
    System.arraycopy(waitsAtFirst, 0, waits, 0, waits.length);
  }

  void add(int at) {
    waits[at >>> WORD] |= 1L << at;
  }

  void remove(int at) {
    waits[at >>> WORD] &= ~(1L << at);
  }

  /// The most urgent that waits for the person whose first word that is, as a bit.
  int first(int word) {
    return search(word, -1L);
  }

  /// The most urgent for the same person at or after a bit.
  int next(int from) {
    return search(from >>> WORD, -1L << from);
  }

  /// Ends at the bit behind a person's last one, which is always set and stands for no task: a loop
  /// without a known end is what a processor does quickest here.
  private int search(int from, long among) {
    int word = from;
    long left = waits[word] & among;
    while (left == 0) {
      left = waits[++word];
    }
    return word << WORD | Long.numberOfTrailingZeros(left);
  }

  /// The task of a bit; -1 for none.
  int task(int at) {
    return taskOf[at];
  }
}
