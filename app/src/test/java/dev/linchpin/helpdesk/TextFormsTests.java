package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.helpdesk.ColumnMapping.TimeUnit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextFormsTests {
  @Test
  void workingTimeIsReadAsPeopleWriteIt() {
    assertThat(minutes("90")).isEqualTo(90);
    assertThat(minutes("1:30")).isEqualTo(90);
    assertThat(minutes("1h 30m")).isEqualTo(90);
    assertThat(minutes("1,5 hours")).isEqualTo(90);
    assertThat(minutes("1 Hour 30 Minutes")).isEqualTo(90);
    assertThat(minutes("PT1H30M")).isEqualTo(90);
    assertThat(minutes("1d")).isEqualTo(480);
  }

  @Test
  void whatIsNoLengthOfTimeIsNotGuessed() {
    for (String text : new String[] {"", "-5", "a while", "1h x", "999999999999", "5 apples"}) {
      assertThat(DurationText.read(text, TimeUnit.HOURS)).as(text).isNull();
    }
  }

  @Test
  void datesAreReadInTheChosenOrderOnly() {
    assertThat(DateOrder.DAY_MONTH_YEAR.read("31/3/2026 16:59", null))
        .isEqualTo("2026-03-31T16:59");
    assertThat(DateOrder.MONTH_DAY_YEAR.read("3/31/2026 4:59 PM", null))
        .isEqualTo("2026-03-31T16:59");
    assertThat(DateOrder.MONTH_DAY_YEAR.read("12/01/26 12:05 am", null))
        .isEqualTo("2026-12-01T00:05");
    assertThat(DateOrder.DAY_MONTH_YEAR.read("31.03.2026 16:59:07", null))
        .isEqualTo("2026-03-31T16:59:07");
    assertThat(DateOrder.MONTH_DAY_YEAR.read("31/3/2026", null)).isNull();
    assertThat(DateOrder.DAY_MONTH_YEAR.read("30/2/2026", null)).isNull();
    assertThat(DateOrder.YEAR_MONTH_DAY.read("2026-13-01", null)).isNull();
  }

  @Test
  void twoSpellingsOfANameAreOnePerson() {
    assertThat(NameKey.of("Larsson, Åsa")).isEqualTo(NameKey.of("asa.larsson@example.org"));
    assertThat(NameKey.of("Åsa LARSSON")).isEqualTo("asa larsson");
    assertThat(NameKey.of("Bo Larsson")).isNotEqualTo(NameKey.of("Åsa Larsson"));
  }

  @Test
  void theStatesOfOtherToolsHaveTheirPlace() {
    assertThat(TicketState.of("Awaiting User Info")).isEqualTo(TicketState.WAITING);
    assertThat(TicketState.of("closed successful")).isEqualTo(TicketState.CLOSED);
    assertThat(TicketState.of("Solved")).isEqualTo(TicketState.RESOLVED);
    assertThat(TicketState.of("Unresolved")).isEqualTo(TicketState.OPEN);
    assertThat(TicketState.of("-100")).isEqualTo(TicketState.OPEN);
  }

  private static long minutes(String text) {
    Duration read = DurationText.read(text, TimeUnit.MINUTES);
    return read == null ? -1 : read.toMinutes();
  }
}
