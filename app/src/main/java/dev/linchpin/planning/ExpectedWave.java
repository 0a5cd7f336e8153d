package dev.linchpin.planning;

import dev.linchpin.forecast.load.WaveDays;
import dev.linchpin.forecast.load.WaveDays.Day;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tickets that a go-live will likely bring, in words, as a picture and as rows;
/// `planning/web/wave.jte` shows it. Lengths are in the picture's own units.
///
/// @param ref of the milestone
/// @param basis what it was learned from, and that the forecast counts it
/// @param most what a bar would say that reaches the top; empty without bars
/// @param bars empty where too few tickets are known
public record ExpectedWave(
    TaskRef ref,
    String name,
    LocalDate day,
    String sentence,
    String basis,
    String most,
    List<Bar> bars,
    List<Row> rows) {
  public static final int WIDTH = 400;
  public static final int GROUND = 160;
  public static final int HEIGHT = 180;
  public static final int TOP = 20;

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /// One day: what comes anyway, on top what the go-live adds, and the range of both.
  ///
  /// @param label below it; empty for most
  public record Bar(
      double x,
      double width,
      double usualTop,
      double usual,
      double moreTop,
      double more,
      double low,
      double high,
      String label) {
    public double middle() {
      return x + width / 2;
    }
  }

  /// @param range of what is more, 8 times in 10
  public record Row(String day, String usual, String more, String range) {}

  public ExpectedWave {
    bars = List.copyOf(bars);
    rows = List.copyOf(rows);
  }

  /// Too few tickets are known to say anything.
  public static ExpectedWave unknown(GoLiveDay goLive) {
    return new ExpectedWave(
        goLive.ref(),
        goLive.name(),
        goLive.day(),
        "It most likely goes live on %s. How many tickets that brings is not known yet."
            .formatted(Dates.day(goLive.day())),
        "That needs four weeks of tickets, the last one no older than a week.",
        "",
        List.of(),
        List.of());
  }

  public static ExpectedWave of(GoLiveDay goLive, WaveDays wave) {
    return new ExpectedWave(
        goLive.ref(),
        goLive.name(),
        goLive.day(),
        "In the two weeks after %s expect %s more than usual, most of them until %s."
            .formatted(Dates.day(goLive.day()), range(wave), SHORT.format(wave.mostUntil())),
        basis(wave),
        "%.0f tickets a day".formatted(most(wave.days())),
        bars(wave.days()),
        wave.days().stream().map(ExpectedWave::row).toList());
  }

  private static String range(WaveDays wave) {
    long low = Math.round(wave.low());
    long high = Math.round(wave.high());
    return low == high
        ? "%,d %s".formatted(high, high == 1 ? "ticket" : "tickets")
        : "%,d to %,d tickets".formatted(low, high);
  }

  private static String basis(WaveDays wave) {
    String counted = wave.counted() == 1 ? "1 go-live" : wave.counted() + " go-lives";
    String from =
        wave.counted() == 0
            ? "No earlier go-live was seen here, so this is a usual value and may be far off:"
                + " %.0f %% more in the first week, half of that after %.0f weeks."
                    .formatted(100 * wave.wave().rise(), wave.wave().halfLife())
            : wave.alike()
                ? counted + " like this one " + were(wave) + " counted."
                : "None like this one was seen. %s of other things %s counted."
                    .formatted(counted, were(wave));
    return from
        + " The range holds 8 times in 10. "
        + (wave.counted() == 0
            ? "The forecast counts these tickets once a go-live was seen here."
            : "The forecast counts these tickets.");
  }

  private static String were(WaveDays wave) {
    return wave.counted() == 1 ? "was" : "were";
  }

  /// A whole number that no bar is higher than.
  private static double most(List<Day> days) {
    return Math.ceil(
        days.stream().mapToDouble(day -> Math.max(1, day.usual() + day.high())).max().orElse(1));
  }

  private static List<Bar> bars(List<Day> days) {
    double unit = (GROUND - TOP) / most(days);
    double step = (double) WIDTH / days.size();
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      double usual = unit * day.usual();
      double more = unit * day.more();
      bars.add(
          new Bar(
              round(i * step + 0.12 * step),
              round(0.76 * step),
              round(GROUND - usual),
              round(usual),
              round(GROUND - usual - more),
              round(more),
              round(GROUND - usual - unit * day.low()),
              round(GROUND - usual - unit * day.high()),
              i % 7 == 0 ? SHORT.format(day.day()) : ""));
    }
    return bars;
  }

  private static double round(double length) {
    return Math.round(10 * length) / 10.0;
  }

  private static Row row(Day day) {
    return new Row(
        SHORT.format(day.day()),
        tickets(day.usual()),
        tickets(day.more()),
        "%s to %s".formatted(tickets(day.low()), tickets(day.high())));
  }

  /// Tenths while they say something.
  private static String tickets(double count) {
    return String.format(Locale.ROOT, count < 9.95 ? "%.1f" : "%,.0f", count).replace(".0", "");
  }
}
