package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.answers.Sentence.Part;
import dev.linchpin.answers.Situation.FixedDate;
import dev.linchpin.answers.Situation.LikeJobs;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTests {
  @ParameterizedTest
  @MethodSource("sentences")
  void eachStateHasItsSentence(String sample, String sentence) {
    assertThat(marked(answer(sample).sentence())).isEqualTo(sentence);
  }

  /// `state: sentence` in paragraphs, strong words between stars.
  static Stream<Arguments> sentences() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(SentenceTests.class.getResourceAsStream("sentences.txt"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.strip().split("\n\n"))
          .map(paragraph -> paragraph.replace("\n", " ").split(": ", 2))
          .map(parts -> Arguments.of(parts[0], parts[1]));
    }
  }

  @Test
  void theSamplesShowEveryState() {
    Set<AnswerState> shown =
        AnswerSamples.all().values().stream()
            .map(facts -> facts.state(AnswerSamples.ASKED))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AnswerState.class)));

    assertThat(shown).containsExactlyInAnyOrder(AnswerState.values());
  }

  @Test
  void aFixedDateIsSafeFromEightInTenAndAtRiskBelowFive() {
    assertThat(stateWithChance(80)).isEqualTo(AnswerState.FIXED_DATE_SAFE);
    assertThat(stateWithChance(70)).isEqualTo(AnswerState.FIXED_DATE);
    assertThat(stateWithChance(50)).isEqualTo(AnswerState.FIXED_DATE);
    assertThat(stateWithChance(44)).isEqualTo(AnswerState.FIXED_DATE_AT_RISK);
  }

  @Test
  void aPromiseIsOverdueOnlyAfterItsDayHasEnded() {
    Dates late = AnswerSamples.spread(day(18), 10, day(22), 70);

    assertThat(state(AnswerSamples.running(new FixedDate(day(18), null), late)))
        .isEqualTo(AnswerState.FIXED_DATE_AT_RISK);
    assertThat(state(AnswerSamples.running(new FixedDate(day(17), null), late)))
        .isEqualTo(AnswerState.OVERDUE);
  }

  @Test
  void aViewerInLisbonSeesTheDayOfBerlin() {
    AskedAt berlin = AnswerSamples.ASKED;
    var lisbon =
        new AskedAt(berlin.instant(), berlin.zone(), ZoneId.of("Europe/Lisbon"), berlin.calendar());

    Answer answer = Answer.of(AnswerSamples.sample("forecast"), lisbon);

    assertThat(answer.sentence().plain())
        .startsWith("It will most likely be done by Monday 29 March (Berlin time). The chance");
    assertThat(answer.by()).isEqualTo(answer("forecast").by());
  }

  @Test
  void aViewerWhoseClockShowsTheSameSeesNoZone() {
    AskedAt berlin = AnswerSamples.ASKED;
    var paris =
        new AskedAt(berlin.instant(), berlin.zone(), ZoneId.of("Europe/Paris"), berlin.calendar());

    assertThat(Answer.of(AnswerSamples.sample("forecast"), paris).sentence())
        .isEqualTo(answer("forecast").sentence());
  }

  @Test
  void aTicketThatAlreadyTookLongerNamesNoDate() {
    var old =
        new AnswerFacts(
            new Ref.OfTicket("7"),
            "Slow",
            new Situation.Queued(day(1), new LikeJobs(42, 2), 1),
            null,
            null,
            null,
            TrackRecord.NONE,
            null,
            "",
            null,
            null);

    Answer answer = Answer.of(old, AnswerSamples.ASKED);

    assertThat(answer.by()).isNull();
    assertThat(answer.sentence().plain())
        .isEqualTo(
            "Jobs like this are done within 2 working days 8 times out of 10."
                + " This one takes longer than most. Yours is next.");
  }

  @Test
  void inAStateWithoutADateNothingCanBePromised() {
    for (String sample : Set.of("stale", "disputed", "blocked", "on-hold", "not-planned")) {
      Answer answer = answer(sample);
      assertThat(answer.by()).as(sample).isNull();
      assertThat(answer.chance()).as(sample).isNull();
      assertThat(answer.howSure()).as(sample).isNull();
    }
  }

  @Test
  void whatChangedIsSaidAgainstWhatTheViewerTold() {
    assertThat(new Earlier.LastWeek(day(27)).change(day(29), day(29), AnswerSamples.ASKED))
        .isEqualTo("1 working day later than last week.");
    assertThat(new Earlier.Told(day(30), day(3)).change(day(29), day(29), AnswerSamples.ASKED))
        .isEqualTo("1 working day earlier than what you told on 3 March.");
    assertThat(new Earlier.Told(day(29), day(3)).change(day(29), day(29), AnswerSamples.ASKED))
        .isEqualTo("The same date as what you told on 3 March.");
    assertThat(new Earlier.LastWeek(day(1)).change(day(29), day(29), AnswerSamples.ASKED))
        .isEqualTo("4 weeks later than last week.");
    assertThat(new Earlier.Told(day(29), day(3)).change(null, day(29), AnswerSamples.ASKED))
        .isEqualTo("On 3 March you told 29 March. That no longer stands.");
  }

  @Test
  void howSureWeAreIsSaidOnlyAfterTenDates() {
    assertThat(new TrackRecord(9, 9).words())
        .isEqualTo("We have too few finished jobs like this to know how good our dates are.");
    assertThat(new TrackRecord(24, 19).words())
        .isEqualTo("Fairly sure. Of our last 24 dates like this one, 19 were kept.");
    assertThat(new TrackRecord(10, 1).words())
        .isEqualTo("Not sure. Of our last 10 dates like this one, 1 was kept.");
  }

  @Test
  void theChanceNeverSaysMoreThanNineInTen() {
    assertThat(Chance.of(1.0).words()).isEqualTo("9 in 10");
    assertThat(Chance.of(0.85).words()).isEqualTo("8 in 10");
    assertThat(Chance.of(0.8501).words()).isEqualTo("9 in 10");
    assertThat(Chance.of(0.8).words()).isEqualTo("8 in 10");
    assertThat(Chance.of(0.0).words()).isEqualTo("less than 1 in 10");
  }

  private static AnswerState stateWithChance(int percent) {
    Dates dates = AnswerSamples.spread(day(23), percent, day(31), 5);
    return state(AnswerSamples.running(new FixedDate(day(29), null), dates));
  }

  private static AnswerState state(AnswerFacts facts) {
    return facts.state(AnswerSamples.ASKED);
  }

  static Answer answer(String sample) {
    return Answer.of(AnswerSamples.sample(sample), AnswerSamples.ASKED);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2027, 3, day);
  }

  private static String marked(Sentence sentence) {
    return sentence.parts().stream().map(SentenceTests::marked).collect(Collectors.joining());
  }

  private static String marked(Part part) {
    return part.strong() ? "*" + part.text() + "*" : part.text();
  }
}
