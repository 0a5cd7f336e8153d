package dev.linchpin.planning.web;

import dev.linchpin.forecast.CostRange;
import dev.linchpin.web.shell.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts of money as text; in hundredths elsewhere.
final class Money {
  private static final int POINTS = 3;
  private static final int HUNDREDTHS = 2;
  private static final double HUNDRED = 100;
  private static final long MOST = 1_000_000_000_000L;

  /// Digits, perhaps in groups of three, perhaps with one or two decimals.
  private static final Pattern AMOUNT =
      Pattern.compile("(\\d{1,3}(?:[ ,.'\u00a0\u202f]\\d{3})+|\\d{1,12})(?:[.,](\\d{1,2}))?");

  private Money() {}

  /// Reads "12500", "12,500.50", "12.500,50"; empty when it is none, or above ten thousand million.
  static OptionalLong read(String text) {
    var amount = AMOUNT.matcher(text.strip());
    if (!amount.matches()) {
      return OptionalLong.empty();
    }
    String decimals = amount.group(2) == null ? "" : "." + amount.group(2);
    long hundredths =
        new BigDecimal(amount.group(1).replaceAll("\\D", "") + decimals)
            .movePointRight(HUNDREDTHS)
            .longValueExact();
    return hundredths <= MOST ? OptionalLong.of(hundredths) : OptionalLong.empty();
  }

  /// Reads "12500" or "9000/12500/20000"; null when it is empty, or with a problem beside the
  /// field.
  static @Nullable CostRange range(String field, String text, Problems problems) {
    if (text.isBlank()) {
      return null;
    }
    var points = new ArrayList<Long>();
    for (String part : text.split("/", -1)) {
      read(part).ifPresent(points::add);
    }
    boolean whole = points.size() == text.split("/", -1).length;
    boolean up = points.stream().sorted().toList().equals(points);
    if (whole && up && points.size() == 1) {
      return CostRange.fixed(points.getFirst());
    }
    if (whole && up && points.size() == POINTS) {
      return new CostRange(points.get(0), points.get(1), points.getLast());
    }
    problems.add(field, "Enter an amount like 12500, or 9000/12500/20000: low, likely, high.");
    return null;
  }

  /// As somebody would type it.
  static String text(CostRange range) {
    return range.optimistic() == range.pessimistic()
        ? plain(range.likely())
        : String.join(
            "/", plain(range.optimistic()), plain(range.likely()), plain(range.pessimistic()));
  }

  /// As somebody would type it: "82.50", "12500".
  static String plain(long hundredths) {
    return hundredths % (long) HUNDRED == 0
        ? Long.toString(hundredths / (long) HUNDRED)
        : BigDecimal.valueOf(hundredths, HUNDREDTHS).toPlainString();
  }

  /// Whole units, like "12,500 EUR"; below a thousand with hundredths, if there are any.
  static String words(long hundredths, String currency) {
    boolean small = Math.abs(hundredths) < 1_000 * (long) HUNDRED;
    String number =
        small && hundredths % (long) HUNDRED != 0
            ? String.format(Locale.ROOT, "%,.2f", hundredths / HUNDRED)
            : String.format(Locale.ROOT, "%,d", Math.round(hundredths / HUNDRED));
    return number + " " + currency;
  }

  /// Like "9,000 to 20,000 EUR, likely 12,500".
  static String words(CostRange range, String currency) {
    return range.optimistic() == range.pessimistic()
        ? words(range.likely(), currency)
        : "%s, between %s and %s"
            .formatted(
                words(range.likely(), currency),
                words(range.optimistic(), currency).replace(" " + currency, ""),
                words(range.pessimistic(), currency));
  }
}
