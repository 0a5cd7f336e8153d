package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linchpin.forecast.load.Watch.Alarm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Published ticket logs, read where they lie; without them there is nothing to look at.
class RealSeriesTests {
  private static final Path DATA =
      Path.of(
          Objects.requireNonNullElse(System.getenv("LINCHPIN_SHARED_DATA"), "../../shared/data"));

  @Test
  void theItalianHelpDeskGrowsForTwoYearsWithFewerThanOneAlarmAYear() throws IOException {
    Series days = days("helpdesk-italian/events.csv.gz", LocalDate.parse("2010-01-11"));

    assertThat(days.weeks().length()).isGreaterThan(110);
    assertThat(Watch.alarms(days)).hasSizeLessThan(2);
  }

  @Test
  void bothRampsOfVolvoAreSaidWithinTwoWeeks() throws IOException {
    Series days = days("bpic2013-volvo-it/incidents.csv.gz", LocalDate.parse("2011-10-03"));

    assertThat(Watch.alarms(days)).anySatisfy(rise(LocalDate.parse("2012-02-20"))); // 8, then 12
    assertThat(Watch.alarms(days)).anySatisfy(rise(LocalDate.parse("2012-04-02"))); // 60, 93, 223
  }

  private static Consumer<Alarm> rise(LocalDate began) {
    return alarm -> {
      assertThat(alarm.isRise()).isTrue();
      assertThat(alarm.day()).isBetween(began, began.plusDays(13));
    };
  }

  @Test
  void lumpyHoursOfACompanyRaiseFewerThanOneAlarmAYear() throws IOException {
    List<String> tasks = lines("sip/Sip-task-info.csv.gz");
    List<String> dates = lines("sip/est-act-dates.csv.gz");
    var day = new DateTimeFormatterBuilder().appendPattern("dd-MMM-yy").toFormatter(Locale.ENGLISH);
    var hours = new TreeMap<LocalDate, Double>();
    var known = new HashSet<String>();
    for (int i = 1; i < tasks.size(); i++) {
      String[] task = tasks.get(i).split(",", -1);
      String[] when = dates.get(i).split(",", -1);
      int end = task.length;
      if (task[end - 8].equals("Operational") && !when[3].isEmpty() && known.add(task[0])) {
        LocalDate monday =
            LocalDate.parse(when[3], day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        hours.merge(monday, Double.parseDouble(task[end - 5]), Double::sum);
      }
    }
    LocalDate first = LocalDate.parse("2005-01-03"); // from then on work was booked every week
    double[] weeks =
        first
            .datesUntil(hours.lastKey().plusDays(1), Period.ofWeeks(1))
            .mapToDouble(monday -> hours.getOrDefault(monday, 0.0))
            .toArray();

    assertThat(weeks.length).isGreaterThan(180);
    assertThat(Watch.alarms(Series.of(first, Series.Step.WEEK, weeks)))
        .hasSizeLessThan(weeks.length / 52);
  }

  private static List<String> lines(String file) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "No " + file + " in the shared data: not watched.");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.ISO_8859_1))) {
      return lines.lines().toList();
    }
  }

  private static Series days(String file, LocalDate first) throws IOException {
    Map<String, LocalDate> opened = new HashMap<>();
    Pattern time = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?=T)");
    for (String line : lines(file)) {
      var found = time.matcher(line);
      if (found.find()) {
        String number = line.substring(0, line.indexOf(','));
        LocalDate day = LocalDate.parse(found.group());
        opened.merge(number, day, (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return Series.counting(opened.values(), first, Collections.max(opened.values()));
  }
}
