package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.score.Normal;

/*
 * Spreads a factor that all tasks of a project share evenly over the runs: run r gets the slice
 * π(r) of n equal slices of chance, and a random point within it. π is a random permutation of the
 * runs, another one for each factor, so that factors stay independent of each other. That is what
 * saves a factor 2 to 5 in runs (SCIENCE, finding 8).
 *
 * π is not stored: a small Feistel network over the next even power of two permutes the numbers,
 * and whoever falls outside n walks on until inside. Source: Black and Rogaway, Ciphers with
 * arbitrary finite domains, CT-RSA 2002.
 */
final class Strata {
  private static final int ROUNDS = 4;

  private final int runs;
  private final int halfBits;
  private final long halfMask;

  Strata(int runs) {
    this.runs = runs;
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, runs - 1));
    this.halfBits = (bits + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
  }

  /// A standard normal number for a run; over all runs they fill the distribution evenly.
  double normal(long key, int run) {
    double within = Draws.uniform(Draws.key(key, run));
    return Normal.quantile((place(key, run) + within) / runs);
  }

  /// Where a run comes in the permutation that belongs to the key.
  int place(long key, int run) {
    long value = run;
    do {
      value = permute(key, value);
    } while (value >= runs);
    return (int) value;
  }

  private long permute(long key, long value) {
    long left = value >>> halfBits;
    long right = value & halfMask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (Draws.key(key + round, right) & halfMask);
      left = right;
      right = next;
    }
    return left << halfBits | right;
  }
}
