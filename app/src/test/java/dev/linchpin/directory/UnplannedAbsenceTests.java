package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.directory.Leave.Kind;
import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.DayRange;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How often people fall ill, as far as somebody enters it.
class UnplannedAbsenceTests {
  private static final LocalDate MID_JUNE = LocalDate.of(2047, 6, 15);
  private final DirectoryWorld world = new DirectoryWorld();
  private final Person vera = world.person("Vera Oake");

  @Test
  void whereHardlyAnythingIsEnteredWhatIsUsualCounts() {
    away(9, Kind.AWAY);
    away(20, Kind.VACATION);
    assertThat(world.leaves.unplanned(MID_JUNE)).isEqualTo(Absence.USUAL);
  }

  @Test
  void whatIsEnteredIsLearnedFromOnceAMonth() {
    away(9, Kind.AWAY);
    add(LocalDate.of(2047, 6, 1), Kind.AWAY);
    assertThat(world.leaves.unplanned(MID_JUNE)).isEqualTo(Absence.USUAL);
    Absence learned = world.leaves.unplanned(MID_JUNE.plusMonths(1));
    assertThat(learned).isNotEqualTo(Absence.USUAL);
    assertThat(learned.days()).isBetween(3.0, Absence.USUAL.days());
    assertThat(world.leaves.unplanned(MID_JUNE.plusYears(9))).isEqualTo(Absence.USUAL);
  }

  /// Three days each, one a month up to May.
  private void away(int times, Kind kind) {
    for (int i = 1; i <= times; i++) {
      add(LocalDate.of(2047, 6, 10).minusMonths(i), kind);
    }
  }

  private void add(LocalDate first, Kind kind) {
    var days = new DayRange(first, first.plusDays(2));
    world.leaves.add(Leave.of(new LeaveId(UUID.randomUUID()), vera.id(), days, kind), "test");
  }
}
