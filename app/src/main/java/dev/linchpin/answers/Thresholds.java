package dev.linchpin.answers;

import java.time.Duration;

/// Where one state of an answer ends and the next begins.
///
/// A fixed date is safe from 8 in 10 on and at risk below 5 in 10. Between them we take no side:
/// the answer says the chance and the date that could be kept.
final class Thresholds {
  /// No forecast for so long, or nobody looked at the plan: nobody knows any more.
  static final Duration STALE_AFTER = Duration.ofDays(7);

  static final int SAFE_TENTHS_MIN = 8;
  static final int AT_RISK_TENTHS_BELOW = 5;

  /// With fewer we do not say how good our dates are.
  static final int FINISHED_MIN = 10;

  /// Share of open tasks without an estimate above which no date is named.
  static final double UNESTIMATED_MAX = 0.25;

  private Thresholds() {}
}
