package dev.linchpin.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said about how often our dates held.
class ForecastRecordTests {
  @Test
  void manyForecastsOfFewThingsSayNoMoreThanThoseThings() {
    assertThat(record(84, 26).words())
        .isEqualTo("8-in-10 dates held in 84 of 93 cases: about as often as they should.");
  }

  @Test
  void asManyThingsAsForecastsSayThatDatesAreTooCareful() {
    assertThat(record(84, 93).words()).endsWith("so our dates are too careful.");
  }

  @Test
  void halfOfTheDatesIsTooFewWhateverTheyAreOf() {
    assertThat(record(46, 26).words()).endsWith("so our dates are too early.");
  }

  private static ForecastRecord record(int held, int ends) {
    return new ForecastRecord(
        List.of(new ForecastRecord.Held(true, 1, 93, 40, held, 90, 5, Collections.nCopies(10, 9))),
        ends);
  }
}
