package dev.linchpin.helpdesk.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a question and how much each of them tells: the rarer a word among all tickets, the
/// more.
///
/// @param stems the rarest first
/// @param weights of each: the negative logarithm of the share of tickets that hold it
record AskedWords(List<String> stems, List<Double> weights) {
  /// Words that are looked for at most.
  private static final int WORDS_MAX = 24;

  /// Tickets that are expected to hold one of the words: beyond, common words are left out.
  private static final double TICKETS_MAX = 20_000;

  /// @param share of the tickets that hold it; null when it is too rare to be counted
  record Counted(String stem, @Nullable Double share) {}

  /// @param rarest the share of a word that is too rare to be counted
  /// @param tickets how many there are
  static AskedWords of(List<Counted> counted, double rarest, double tickets) {
    var stems = new ArrayList<String>();
    var weights = new ArrayList<Double>();
    double expected = 0;
    List<Counted> rareFirst =
        counted.stream().sorted(Comparator.comparingDouble(one -> share(one, rarest))).toList();
    for (Counted one : rareFirst) {
      double share = share(one, rarest);
      expected += share * tickets;
      if (stems.size() == WORDS_MAX || !stems.isEmpty() && expected > TICKETS_MAX) {
        break;
      }
      stems.add(one.stem());
      weights.add(Math.max(0.05, -Math.log(share)));
    }
    return new AskedWords(stems, weights);
  }

  private static double share(Counted one, double rarest) {
    return one.share() == null ? rarest : one.share();
  }

  boolean isEmpty() {
    return stems.isEmpty();
  }

  double weight() {
    return weights.stream().mapToDouble(Double::doubleValue).sum();
  }
}
