package dev.linchpin.helpdesk;

import dev.linchpin.forecast.load.Arrivals;
import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.load.Watch;
import dev.linchpin.forecast.score.Sample;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many tickets come, from the days on which the kept ones were opened.
@Component
public class TicketArrivals {
  /// So far back tickets are counted: enough to know a usual year.
  private static final int YEARS = 4;

  private static final int WEEKS_MIN = 4;

  private final JdbcClient sql;
  private volatile @Nullable Said said;

  public TicketArrivals(JdbcClient sql) {
    this.sql = sql;
  }

  /// New tickets on each day before a day; weeks that nobody recorded are gaps.
  public Series perDay(LocalDate asOf) {
    return series(counts(asOf));
  }

  /// What the next seven days bring, in a sentence; empty while fewer than four weeks were seen, or
  /// the last ticket is old.
  public Optional<String> outlook(LocalDate today) {
    return said(today).outlook();
  }

  /// New tickets on each day before today; empty while fewer than four weeks were seen, or the last
  /// ticket is old.
  public Optional<Series> recent(LocalDate today) {
    return said(today).recent();
  }

  /// Whether more or fewer tickets come than usual, in a sentence; empty while all is as usual, or
  /// the last ticket is old.
  public Optional<String> warning(LocalDate today) {
    return said(today).warning();
  }

  /// What is said on a day. It stays until a ticket of an earlier day comes, as by an import: to
  /// count years of tickets for each page takes longer than somebody waits.
  ///
  /// @param last the newest ticket of the days before
  /// @param recent empty while too few weeks were seen, or the last ticket is old
  private record Said(
      LocalDate day,
      long last,
      Optional<Series> recent,
      Optional<String> outlook,
      Optional<String> warning) {}

  private Said said(LocalDate today) {
    long last =
        sql.sql("select coalesce(max(id), 0) as last from helpdesk.ticket where opened < :until")
            .param("until", today.atStartOfDay())
            .query((row, number) -> row.getLong("last"))
            .single();
    Said before = said;
    if (before != null && before.day().equals(today) && before.last() == last) {
      return before;
    }
    TreeMap<LocalDate, Double> counts = counts(today);
    boolean isOld = isOld(counts, today);
    boolean isShort = isOld || counts.firstKey().isAfter(today.minusWeeks(WEEKS_MIN));
    Optional<Series> recent = isShort ? Optional.empty() : Optional.of(series(counts));
    var now =
        new Said(
            today,
            last,
            recent,
            recent.flatMap(days -> new Arrivals().total(days, 7)).map(TicketArrivals::words),
            isOld ? Optional.empty() : RegimeText.of(Watch.regime(series(counts))));
    said = now;
    return now;
  }

  /// Up to the last day with a ticket; a week that got to its Friday is whole.
  private static Series series(TreeMap<LocalDate, Double> counts) {
    if (counts.isEmpty()) {
      return Series.of(Weeks.NONE.from(), Series.Step.DAY);
    }
    LocalDate last = counts.lastKey();
    LocalDate end =
        last.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) < 0
            ? last
            : last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    double[] days =
        counts
            .firstKey()
            .datesUntil(end.plusDays(1))
            .mapToDouble(day -> counts.getOrDefault(day, 0.0))
            .toArray();
    Weeks weeks = Weeks.between(counts.firstKey(), last);
    Series all = Series.of(counts.firstKey(), Series.Step.DAY, days);
    return weeks.withoutMissing(weeks.sums(counts)).gapsIn(all);
  }

  private static boolean isOld(TreeMap<LocalDate, Double> counts, LocalDate today) {
    return counts.isEmpty() || counts.lastKey().isBefore(today.minusWeeks(1));
  }

  private static String words(Sample week) {
    return "The next 7 days will likely bring %,.0f new tickets: %,.0f to %,.0f 8 times in 10."
        .formatted(week.median(), week.quantile(0.1), week.quantile(0.9));
  }

  /// Tickets by day, without the days that had none; today is not over and does not count.
  private TreeMap<LocalDate, Double> counts(LocalDate asOf) {
    var counts = new TreeMap<LocalDate, Double>();
    sql.sql(
            """
            select opened::date as day, count(*) as tickets
              from helpdesk.ticket
             where opened >= :from and opened < :until
             group by opened::date\
            """)
        .param("from", asOf.minusYears(YEARS).atStartOfDay())
        .param("until", asOf.atStartOfDay())
        .query(row -> {
          counts.put(row.getObject("day", LocalDate.class), row.getDouble("tickets"));
        });
    return counts;
  }
}
