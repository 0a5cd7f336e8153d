package dev.linchpin.forecast.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/*
 * A genetic search with two populations that face each other in time. One holds schedules placed
 * from the beginning, the other schedules placed from the end. Each child is bred from two parents
 * of one population and placed against their direction, so that every placement is a justification
 * as well: it closes the gaps the placement before it left. A child costs one placement, where
 * breeding first and justifying twice afterwards costs three.
 *
 * Breeding. An individual is its start times seen from the other end; sorted, they are a list that
 * needs no repair. The child follows its first parent before and after a part of time, and the
 * second parent within. Of a few random places for that part, the one with the least work in it is
 * taken: what is densely packed is rarely improved by mixing. Parents that are nearly the same
 * would breed a copy; then the first is shaken instead, which keeps the search from going to sleep.
 *
 * A child that is worse than the one in its place takes it all the same half of the time. Only the
 * best schedule ever seen is the answer.
 *
 * Sources: D. Debels, M. Vanhoucke, "A bi-population based genetic algorithm for the RCPSP", LNCS
 * 3483 (2005) 378–387; justification: V. Valls, F. Ballestín, S. Quintanilla, EJOR 165 (2005)
 * 375–386. The part with the least work, the coin for worse children and the shaking by distance
 * are ours; what each is worth stands in docs/schedules.md.
 */

/// Looks for the order with the shortest schedule. The same input and budget give the same answer.
public final class Search {
  /// Placements between two questions whether to stop.
  private static final int ASKED_EVERY = 64;

  private final Side forward;
  private final Side backward;
  private final Settings settings;
  private final SplittableRandom random;
  private final Breeding breeding;
  private final int[] bestStart;
  private int best = Integer.MAX_VALUE;
  private long placed;
  private boolean stopped;

  /// How to search. Lengths are parts of the schedule, 0 to 1.
  ///
  /// @param part shortest and longest part of time taken from the second parent
  /// @param looks how many random places are looked at for that part
  /// @param stay how often a worse child is dropped, 0 to 1
  /// @param near mean distance of two parents' starts, in time units per mean duration, below which
  ///   the first one is shaken
  /// @param moved part of the activities that are moved in the list of each child
  public record Settings(Part part, int looks, double stay, double near, double moved) {
    /// For pools of like units; chosen on a third of the shared PSPLIB instances.
    public static final Settings POOLS = new Settings(new Part(0.35, 0.8), 4, 0.5, 0.35, 0);

    /// For named people; chosen on the people plans of 500 and 1,000 tasks.
    public static final Settings PEOPLE = new Settings(new Part(0.1, 0.5), 1, 0.9, 0, 0.02);
  }

  /// A part of a schedule's length.
  public record Part(double from, double to) {}

  /// @param placements how many schedules may be placed, at least one
  /// @param stop asked after the first schedule and then every 64; true ends the search with what
  ///   it has
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

  private Search(Decoder decoder, Settings settings, int population, long seed) {
    this.forward = new Side(decoder, population);
    this.backward = new Side(decoder.mirrored(), population);
    this.settings = settings;
    this.random = new SplittableRandom(seed);
    this.breeding = new Breeding(settings, random, decoder.network().count());
    this.bestStart = new int[decoder.network().count()];
  }

  /// Searches until the budget is spent or nothing can be better.
  ///
  /// @param bound no schedule is shorter; where it is reached, the search ends
  public static Found search(
      Decoder decoder, Settings settings, Budget budget, int bound, long seed) {
    int population = population(budget.placements());
    return new Search(decoder, settings, population, seed).run(budget, bound);
  }

  /// Few individuals for a short search, many for a long one: with 60 for 5,000 placements a
  /// generation comes back about forty times.
  private static int population(long placements) {
    return (int) Math.clamp(Math.round(0.87 * Math.sqrt(placements)), 10, 400);
  }

  private Found run(Budget budget, int bound) {
    if (forward.network.count() > 0) {
      begin(budget, bound);
      Side from = backward;
      Side to = forward;
      while (goesOn(budget, bound)) {
        generation(from, to, budget, bound);
        Side turned = from;
        from = to;
        to = turned;
      }
    }
    return new Found(placed == 0 ? 0 : best, bestStart, placed);
  }

  private boolean goesOn(Budget budget, int bound) {
    if (placed % ASKED_EVERY == 1 && budget.stop().getAsBoolean()) {
      stopped = true;
    }
    return !stopped && best > bound && placed < budget.placements();
  }

  /// The first schedule follows the latest starts; the others are drawn around it.
  private void begin(Budget budget, int bound) {
    FirstLists lists = new FirstLists(forward.network, random);
    place(forward, lists.byLatestStart(), 0);
    for (int i = 1; i < forward.size() && goesOn(budget, bound); i++) {
      place(forward, lists.drawn(), i);
    }
    for (int i = 0; i < backward.size() && goesOn(budget, bound); i++) {
      place(backward, breeding.copy(forward, i, backward.network), i);
    }
  }

  private void generation(Side from, Side to, Budget budget, int bound) {
    for (int i = 0; i < to.size() && goesOn(budget, bound); i++) {
      int other = breeding.other(from, i);
      place(to, breeding.child(from, i, other, to), i);
    }
  }

  private void place(Side side, int[] list, int into) {
    int end = side.decoder.place(list, side.start);
    placed++;
    if (end < best) {
      best = end;
      keep(side, end);
    }
    if (end <= side.end[into] || random.nextDouble() >= settings.stay()) {
      side.put(into, end);
    }
  }

  private void keep(Side side, int end) {
    for (int i = 0; i < bestStart.length; i++) {
      bestStart[i] =
          side == forward ? side.start[i] : end - side.start[i] - side.network.duration(i);
    }
  }

  /// One population and the direction in which its schedules are placed.
  static final class Side {
    final Decoder decoder;
    final Network network;
    final int[] start;

    /// Per individual: its length, and its starts seen from the other end.
    final int[] end;

    final int[][] seen;

    Side(Decoder decoder, int population) {
      this.decoder = decoder;
      this.network = decoder.network();
      this.start = new int[network.count()];
      this.end = new int[population];
      this.seen = new int[population][network.count()];
      Arrays.fill(end, Integer.MAX_VALUE);
    }

    int size() {
      return end.length;
    }

    void put(int into, int length) {
      end[into] = length;
      int[] mirror = seen[into];
      for (int i = 0; i < mirror.length; i++) {
        mirror[i] = length - start[i] - network.duration(i);
      }
    }
  }
}
