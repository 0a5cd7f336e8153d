package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SayTextTests {
  private static final double GRADE_MAX = 8;
  private static final int SENTENCES_MAX = 3;

  static Stream<String> samples() {
    return AnswerSamples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everybodyCanReadIt(String sample) {
    String say = SentenceTests.answer(sample).say();

    assertThat(Readability.grade(say)).as(say).isLessThanOrEqualTo(GRADE_MAX);
    assertThat(Readability.sentences(say)).as(say).isLessThanOrEqualTo(SENTENCES_MAX);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void itNamesNobodyAndNoCause(String sample) {
    assertThat(SentenceTests.answer(sample).say())
        .doesNotContain("Jon", "Ana", "Mohr", "vendor", "switches", "Floor", "NET", "E-mail");
  }

  @Test
  void itSaysWhenTheyHearAgain() {
    assertThat(SentenceTests.answer("forecast").say())
        .isEqualTo(
            "We expect this to be done by Monday 29 March."
                + " There is a small chance that it takes longer."
                + " You will hear from us again on Monday 22 March.");
    assertThat(SentenceTests.answer("on-hold").say())
        .endsWith("You will hear from us again on Monday 5 April.");
    assertThat(SentenceTests.answer("done").say())
        .isEqualTo("This was done on 16 March. Tell us if something does not work.");
  }

  @Test
  void theMeasureKnowsAHardTextFromAnEasyOne() {
    assertThat(Readability.grade("The cat sat on the mat.")).isLessThan(2);
    assertThat(
            Readability.grade(
                "Organisational prioritisation considerations necessitate additional"
                    + " infrastructural investigation."))
        .isGreaterThan(GRADE_MAX);
    assertThat(List.of("a. b.", "One. Two? Three!").stream().map(Readability::sentences))
        .containsExactly(2L, 3L);
  }
}
