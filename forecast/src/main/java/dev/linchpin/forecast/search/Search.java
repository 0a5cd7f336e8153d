package dev.linchpin.forecast.search;

import dev.linchpin.forecast.search.Batch.Lists;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/*
 * A genetic search with two populations that face each other in time. One holds schedules placed
 * from the beginning, the other schedules placed from the end. Each child is bred from two parents
 * of one population and placed against their direction, so that every placement is a justification
 * as well: it closes the gaps the placement before it left. A child costs one placement, where
 * breeding first and justifying twice afterwards costs three. How a child is bred is Breeding's.
 *
 * A child that is worse than the one in its place takes it all the same now and then, the less
 * worse the likelier and in the end hardly ever, as metal that cools down slowly. Only the best
 * schedule ever seen is the answer.
 *
 * Threads. The children of a generation need nothing of each other: each has its own place and its
 * own random numbers. They are placed in batches by as many threads as there are; of a batch the
 * shortest counts, of equals the first. So the threads change how long it takes and nothing else.
 *
 * Sources: D. Debels, M. Vanhoucke, "A bi-population based genetic algorithm for the RCPSP", LNCS
 * 3483 (2005) 378–387; justification: V. Valls, F. Ballestín, S. Quintanilla, EJOR 165 (2005)
 * 375–386; worse ones: S. Kirkpatrick, C. Gelatt, M. Vecchi, Science 220 (1983) 671–680. What
 * each part is worth stands in docs/schedules.md.
 */

/// Looks for the order with the shortest schedule. The same input and budget give the same answer,
/// with any number of threads.
public final class Search {
  /// Placements between two questions whether to stop.
  private static final int ASKED_EVERY = 64;

  /// Activities of all individuals of one population; 32 bytes each.
  private static final int STARTS_MAX = 200_000;

  private final Side forward;
  private final Side backward;
  private final Crew crew;
  private final Budget budget;
  private final int bound;
  private final int[] bestStart;
  private int best = Integer.MAX_VALUE;
  private long placed;
  private boolean stopped;

  /// How to search. Lengths are parts of the schedule, 0 to 1.
  ///
  /// @param part shortest and longest part of time taken from the second parent
  /// @param looks how many random places are looked at for that part
  /// @param worse by how much a child is worse that is taken once in e times, in the beginning and
  ///   in the end
  /// @param near mean distance of two parents' starts, in time units per mean duration, below which
  ///   the first one is shaken
  /// @param moved part of the activities that are moved in the list of each child
  /// @param swift how often a list is dispatched in the beginning, 0 to 1; in the end none is
  public record Settings(
      Part part, int looks, Part worse, double near, double moved, double swift) {
    /// For pools of like units; chosen on a quarter of the shared PSPLIB instances.
    public static final Settings POOLS =
        new Settings(new Part(0.35, 0.8), 4, new Part(0.02, 0.005), 0.35, 0, 0.07);

    /// For named people; chosen on the people plans of 500 and 1,000 tasks. Whoever is named leaves
    /// less to choose than a pool does: many lists give the same schedule, and children of alike
    /// parents are all the same. So some activities of each child are moved; without that schedules
    /// end 0.8 % of the bound later, with the settings for pools 1.0 % (docs/schedules.md).
    public static final Settings PEOPLE =
        new Settings(new Part(0.1, 0.5), 1, new Part(0.005, 0.001), 0, 0.02, 0);
  }

  /// Parts of a schedule's length, from one to the other.
  public record Part(double from, double to) {
    /// @param progress 0 to 1
    double at(double progress) {
      return from + progress * (to - from);
    }
  }

  /// @param placements how many schedules may be placed, at least one
  /// @param stop asked by the caller's thread after the first schedule and then after 64 at most;
  ///   true ends the search with what it has
  public record Budget(long placements, BooleanSupplier stop) {
    public Budget {
      if (placements < 1) {
        throw new IllegalArgumentException(
            "A search places at least one schedule, not %d.".formatted(placements));
      }
    }

    public static Budget of(long placements) {
      return new Budget(placements, () -> false);
    }
  }

  /// The best schedule found.
  ///
  /// @param starts per activity
  /// @param placements how many were placed for it
  public record Found(int end, int[] starts, long placements) {}

  private Search(
      Decoder decoder, Settings settings, Budget budget, int bound, long seed, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("A search has at least one thread, not " + threads + ".");
    }
    int population = population(budget.placements(), Math.max(1, decoder.network().count()));
    Network network = decoder.network();
    Network mirrored = network.mirrored();
    this.forward = new Side(network, mirrored, true, population);
    this.backward = new Side(mirrored, network, false, population);
    this.crew = new Crew(workers(decoder, settings, streams(seed, population), threads));
    this.budget = budget;
    this.bound = bound;
    this.bestStart = new int[decoder.network().count()];
  }

  /// Searches with one thread.
  public static Found search(
      Decoder decoder, Settings settings, Budget budget, int bound, long seed) {
    return search(decoder, settings, budget, bound, seed, 1);
  }

  /// Searches until the budget is spent or nothing can be better.
  ///
  /// @param bound no schedule is shorter; where it is reached, the search ends
  /// @param threads how many place at the same time, the caller's among them; at least one
  /// @throws IllegalArgumentException if there are fewer threads
  public static Found search(
      Decoder decoder, Settings settings, Budget budget, int bound, long seed, int threads) {
    return new Search(decoder, settings, budget, bound, seed, threads).run();
  }

  /// The random numbers of each slot.
  private static SplittableRandom[] streams(long seed, int slots) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(random::split).limit(slots).toArray(SplittableRandom[]::new);
  }

  private static Worker[] workers(
      Decoder decoder, Settings settings, SplittableRandom[] random, int threads) {
    Worker[] workers = new Worker[threads];
    Decoder forward = decoder;
    for (int i = 0; i < threads; i++) {
      Decoder backward = forward.mirrored();
      workers[i] = new Worker(forward, backward, settings, random);
      forward = backward.mirrored();
    }
    return workers;
  }

  /// Few individuals for a short search or long lists, many for the opposite: 62 for 5,000
  /// schedules of 120 activities.
  private static int population(long placements, int count) {
    double wanted = 62 * Math.pow(placements / 5_000.0, 0.75) * Math.pow(120.0 / count, 0.85);
    return (int) Math.clamp(Math.round(wanted), 10, Math.max(10, STARTS_MAX / count));
  }

  private Found run() {
    if (bestStart.length > 0) {
      begin();
      Side parents = backward;
      while (goesOn()) {
        Side from = parents;
        Side into = parents.forward ? backward : forward;
        generation(into, (worker, slot) -> worker.child(from, slot, into));
        parents = into;
      }
    }
    return new Found(placed == 0 ? 0 : best, bestStart, placed);
  }

  /// The first schedule alone, so that there is one if the search is stopped at once.
  private void begin() {
    batch(forward, 0, 1, Worker::first);
    fill(forward, 1, Worker::first);
    generation(backward, (_, slot) -> forward.list[slot]);
  }

  private boolean goesOn() {
    return !stopped && best > bound && placed < budget.placements();
  }

  private void generation(Side into, Lists lists) {
    fill(into, 0, lists);
  }

  /// As many equal batches as it takes to ask often enough.
  private void fill(Side into, int first, Lists lists) {
    int size = Math.ceilDiv(into.size(), Math.ceilDiv(into.size(), ASKED_EVERY));
    for (int slot = first; slot < into.size() && goesOn(); slot += size) {
      batch(into, slot, Math.min(slot + size, into.size()), lists);
    }
  }

  private void batch(Side into, int first, int end, Lists lists) {
    long left = budget.placements() - placed;
    int affordable = (int) Math.min(end, first + left);
    double progress = (double) placed / budget.placements();
    Batch batch = new Batch(into, first, affordable, lists, progress, bound);
    Worker found = crew.fill(batch, best);
    placed += batch.end() - first;
    if (found.best() < best) {
      best = found.best();
      keep(into, found.bestStart());
    }
    stopped = budget.stop().getAsBoolean();
  }

  private void keep(Side side, int[] start) {
    for (int i = 0; i < bestStart.length; i++) {
      bestStart[i] = side.forward ? start[i] : best - start[i] - side.network.duration(i);
    }
  }
}
