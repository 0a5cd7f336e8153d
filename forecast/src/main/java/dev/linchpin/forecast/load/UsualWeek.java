package dev.linchpin.forecast.load;

/// What the next week is expected to bring, and how far off is usual.
///
/// @param log logarithm of one more than the amount
/// @param deviation of the logarithm of a whole week
record UsualWeek(double log, double deviation) {
  private static final double USUAL_CV = 0.41;
  private static final double SPREAD_LEAN = 6;
  private static final double USUAL_PERSISTENCE = 0.4;
  private static final double PERSISTENCE_LEAN = 10;
  private static final double PERSISTENCE_MAX = 0.9;

  /// A surge is expected to last only as far as it is a usual one, in standard deviations.
  private static final double SURGE_MAX = 1.25;

  /// Variance of a count of part of a week over its mean.
  private static final double CLUMPED = 1.3;

  private static final double COUNT_MIN = 0.5;

  /// @param known weeks, at least one of them seen
  static UsualWeek after(Series known) {
    double mean = 0;
    double count = 0;
    for (int i = 0; i < known.length(); i++) {
      mean += known.isSeen(i) ? Math.log1p(known.at(i)) : 0;
      count += known.isSeen(i) ? 1 : 0;
    }
    mean /= count;
    double squares = 0;
    double follow = 0;
    for (int i = 0; i < known.length(); i++) {
      double from = Math.log1p(known.at(i)) - mean;
      squares += known.isSeen(i) ? from * from : 0;
      boolean pair = i > 0 && known.isSeen(i) && known.isSeen(i - 1);
      follow += pair ? from * (Math.log1p(known.at(i - 1)) - mean) : 0;
    }
    double usual = Math.log1p(USUAL_CV * USUAL_CV) + 1 / Math.max(1, known.mean());
    double variance = (squares + SPREAD_LEAN * usual) / (count - 1 + SPREAD_LEAN);
    double lag = squares == 0 ? 0 : follow / squares;
    double persistence =
        Math.clamp(
            (count * lag + PERSISTENCE_LEAN * USUAL_PERSISTENCE) / (count + PERSISTENCE_LEAN),
            0,
            PERSISTENCE_MAX);
    int last = known.length() - 1;
    double surge = known.isSeen(last) ? Math.log1p(known.at(last)) - mean : 0;
    double most = SURGE_MAX * Math.sqrt(variance);
    return new UsualWeek(
        mean + persistence * Math.clamp(surge, -most, most),
        Math.sqrt(variance * (1 - persistence * persistence) * (1 + 1 / count)));
  }

  /// How many deviations an amount lies off.
  ///
  /// @param share of a usual week in which it came, up to 1; chance weighs more in a part of one
  double off(double amount, double share) {
    double whole = Math.expm1(log);
    double part = whole * share;
    double chance = CLUMPED * (1 / Math.max(COUNT_MIN, part) - 1 / Math.max(COUNT_MIN, whole));
    double usual = Math.sqrt(deviation * deviation + Math.max(0, chance));
    return (Math.log1p(amount) - Math.log1p(part)) / usual;
  }
}
