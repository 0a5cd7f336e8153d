package dev.linchpin.planning.web;

import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.SaidDate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Numbers and chances in words.
final class Say {
  private static final int HOURS_PER_DAY = 8;

  private Say() {}

  static String count(int number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /// The answer card's words about one task or milestone.
  static String when(RefForecast forecast, AskedAt asked) {
    SaidDate by = SaidDate.by(forecast.by(), asked);
    SaidDate from = SaidDate.from(forecast.earliest(), asked);
    Chance chance =
        forecast.days().days().isEmpty()
            ? Chance.of(forecast.chance())
            : forecast.days().chanceBy(by);
    boolean saysMore = from.day().isBefore(by.day()) && !from.words().equals(by.words());
    return "It will most likely be done %s. The chance is %s.%s"
        .formatted(
            by.withPreposition(),
            chance.about(),
            saysMore ? " It could be as early as " + from.words() + "." : "");
  }

  /// Working time, like "3 days" or "5 hours".
  static String work(Duration time) {
    double hours = time.toMinutes() / 60.0;
    return hours >= HOURS_PER_DAY
        ? number(hours / HOURS_PER_DAY) + (hours == HOURS_PER_DAY ? " day" : " days")
        : number(hours) + (hours == 1 ? " hour" : " hours");
  }

  static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  /// Like "Ana, Ben and 3 more".
  static String list(List<String> names, int shown) {
    int more = names.size() - shown;
    if (more > 0) {
      return String.join(", ", names.subList(0, shown)) + " and " + more + " more";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
