package dev.linchpin.forecast.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Published ticket logs, read where they lie; without them there is nothing to look at.
class RealSeriesTests {
  private static final Path DATA =
      Path.of(
          Objects.requireNonNullElse(System.getenv("LINCHPIN_SHARED_DATA"), "../../shared/data"));

  @Test
  void theItalianHelpDeskGrowsForTwoYearsWithFewerThanOneAlarmAYear() throws IOException {
    Series weeks = weeks("helpdesk-italian/events.csv.gz", LocalDate.parse("2010-01-11"));

    assertThat(weeks.length()).isGreaterThan(110);
    assertThat(Watch.alarms(weeks)).hasSizeLessThan(2);
  }

  @Test
  void theRampOfVolvoIsSaidInItsSecondWeek() throws IOException {
    Series weeks = weeks("bpic2013-volvo-it/incidents.csv.gz", LocalDate.parse("2011-10-03"));
    LocalDate doubled = LocalDate.parse("2012-02-27"); // 12, then 17, 22, 28 a week; 2 to 8 before

    assertThat(Watch.alarms(weeks))
        .anySatisfy(alarm -> {
          assertThat(alarm.isRise()).isTrue();
          assertThat(weeks.day(alarm.week()))
              .isBetween(doubled.minusWeeks(1), doubled.plusWeeks(1));
        });
  }

  private static Series weeks(String file, LocalDate first) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "no shared data");
    Map<String, LocalDate> opened = new HashMap<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      lines.readLine();
      lines
          .lines()
          .forEach(line -> {
            int at = line.indexOf("T");
            while (!line.substring(Math.max(0, at - 10), at).matches("\\d{4}-\\d{2}-\\d{2}")) {
              at = line.indexOf("T", at + 1);
            }
            LocalDate day = LocalDate.parse(line.substring(at - 10, at));
            opened.merge(
                line.substring(0, line.indexOf(',')), day, (a, b) -> a.isBefore(b) ? a : b);
          });
    }
    return Series.counting(opened.values(), first, Collections.max(opened.values())).weeks();
  }
}
