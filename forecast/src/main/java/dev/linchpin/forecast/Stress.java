package dev.linchpin.forecast;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// How bad it may get for reasons that no plan knows: a line beside a forecast, never a part of its
/// percentiles, and always to be named as what it is.
///
/// Of 962 IT projects, those that took more than 1.08 times as long as planned have a tail that
/// falls with the power 3.3 (B. Flyvbjerg and others, The empirical reality of IT project cost
/// overruns, JMIS 39, 2022, table 5). So one in ten of these took 2.9 times as long, or longer.
///
/// @param ratio how many times as long as likely it takes from now on
public record Stress(LocalDate by, double ratio) {
  private static final double FROM = 1.08;
  private static final double EXPONENT = 3.3;
  private static final double ONE_IN = 10;

  /// The line for something that is still to end.
  public static Stress of(LocalDateTime asOf, Spread finish) {
    double ratio = FROM * StrictMath.pow(ONE_IN, 1 / (EXPONENT - 1));
    long days = ChronoUnit.DAYS.between(asOf.toLocalDate(), finish.likely());
    return new Stress(asOf.toLocalDate().plusDays(Math.max(0, Math.round(ratio * days))), ratio);
  }
}
