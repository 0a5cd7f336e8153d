package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.forecast.Shift;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTests {
  @Test
  void theOfficeWeekHasFortyHours() {
    assertThat(Week.OFFICE.minutes()).isEqualTo(40 * 60);
    assertThat(Week.OFFICE.on(DayOfWeek.FRIDAY))
        .containsExactly(new Shift(480, 720), new Shift(780, 1020));
    assertThat(Week.OFFICE.on(DayOfWeek.SATURDAY)).isEmpty();
    assertThat(Week.OFFICE.words()).isEqualTo("Mon–Fri 08:00–12:00, 13:00–17:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon-Fri 08:00-12:00 13:00-17:00   | Mon-Fri 08:00-12:00 13:00-17:00
          monday - friday 8-12, 13-17       | Mon-Fri 08:00-12:00 13:00-17:00
          Mon–Thu 8:30–16                   | Mon-Thu 08:30-16:00
          Sat 9-12; Mon-Wed 9-12            | Mon-Wed 09:00-12:00; Sat 09:00-12:00
          Fri-Mon 22-24                     | Mon 22:00-24:00; Fri-Sun 22:00-24:00
          Mon 13-17; Mon 8-12               | Mon 08:00-12:00 13:00-17:00
          """)
  void whatPeopleTypeIsReadAndKeptInOneForm(String typed, String kept) {
    Week week = Week.parse(typed);

    assertThat(week.text()).isEqualTo(kept);
    assertThat(Week.parse(week.text())).isEqualTo(week);
    assertThat(Week.parse(week.words())).isEqualTo(week);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "always",
        "Mon",
        "Mon 12-8",
        "Mon 8-25",
        "Mon 8:60-9",
        "Xyz 8-12",
        "Mon 8-12 11-14",
        "8-12"
      })
  void whatIsNoWeekIsRefusedWithWordsThatSayWhatToDo(String typed) {
    assertThatThrownBy(() -> Week.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(Enter|Two|Use|An|“).*");
  }

  @Test
  void everyPresetReadsBackAsItself() {
    assertThat(Week.PRESETS)
        .hasSizeGreaterThan(5)
        .allSatisfy(week -> assertThat(Week.parse(week.text())).isEqualTo(week));
  }
}
