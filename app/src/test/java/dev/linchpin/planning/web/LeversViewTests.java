package dev.linchpin.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linchpin.planning.LeverSearches.Lever;
import dev.linchpin.planning.LeverSearches.Search;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What would help, as it is shown.
class LeversViewTests {
  private static final LocalDate TODAY = LocalDate.parse("2027-01-11");
  private static final LocalDate BY = LocalDate.parse("2027-03-12");

  @Test
  void whatLetsAllOfItBePlannedComesBeforeWhatLetsMostOfIt() {
    LeversView view =
        shown(
            lever("HandOver", "Let Ana do it.", 0, 2L),
            lever("HalfTheTickets", "Take half of the tickets from Jon.", 0, 0L));

    assertThat(view.rows())
        .extracting(LeversView.Row::what, LeversView.Row::gain)
        .containsExactly(
            tuple("Take half of the tickets from Jon.", "all of it can be planned"),
            tuple("Let Ana do it.", "2 tasks still cannot be planned"));
    assertThat(view.priced()).isFalse();
  }

  @Test
  void whatOnlyMakesTheDateEarlierIsInTheOrderOfDays() {
    LeversView view =
        shown(lever("Drop", "Leave it out.", 1, null), lever("Avoid", "Avoid it.", 5, null));

    assertThat(view.rows())
        .extracting(LeversView.Row::gain)
        .containsExactly("5 days earlier", "1 day earlier");
  }

  private static Lever lever(String kind, String sentence, long byDays, @Nullable Long left) {
    return new Lever(kind, sentence, BY, byDays, null, left, List.of("NET"));
  }

  private static LeversView shown(Lever... levers) {
    Instant at = Instant.parse("2027-01-11T08:00:00Z");
    return LeversView.of(
        new Search(new UUID(0, 1), at, at, List.of(levers), null, true),
        new LeversView.Wish(Set.of("NET"), "EUR", false),
        "/ask",
        TODAY,
        ZoneOffset.UTC);
  }
}
