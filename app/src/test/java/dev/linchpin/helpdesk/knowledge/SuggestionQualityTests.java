package dev.linchpin.helpdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linchpin.measure.SuggestBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Real tickets, a part of what `bin/bench suggest` asks.
class SuggestionQualityTests {
  private static final Path DATA =
      Path.of(
          Optional.ofNullable(System.getenv("LINCHPIN_SHARED_DATA")).orElse("../../shared/data"),
          "ticket-text",
          "ticket_categories.csv.gz");
  private static final int TICKETS = 450;

  @Test
  void theFirstSuggestionIsUsuallyOfTheRightCategory() throws IOException {
    assumeTrue(Files.exists(DATA), "no ticket-text");

    Map<String, Double> hits =
        SuggestBench.firstHits(SuggestBench.read(DATA).subList(0, TICKETS), "Category");

    assertThat(hits.getOrDefault("linchpin", 0.0))
        .isGreaterThan(0.7)
        .isGreaterThan(hits.getOrDefault("most-frequent", 1.0));
  }
}
