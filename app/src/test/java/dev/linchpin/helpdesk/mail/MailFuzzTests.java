package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class MailFuzzTests {
  @FuzzTest(maxDuration = "30s")
  void anyBytesAreAMailWithinLimits(byte[] bytes) {
    ReadMail mail = MailReader.read(bytes);

    assertThat(mail.text() + mail.subject() + mail.html()).doesNotContain("\u0000");
    assertThat(mail.files()).hasSizeLessThanOrEqualTo(20);
    assertThat(mail.html()).doesNotContainIgnoringCase("<script");
    assertThat(AutomaticMail.noAnswer(mail)).isNotNull();
  }

  @FuzzTest(maxDuration = "30s")
  void nothingOfAReplyIsThrownAway(FuzzedDataProvider data) {
    String text = PlainText.clean(data.consumeRemainingAsString());

    ReplyText reply = ReplyText.of(text);

    assertThat(letters(reply.shown() + reply.folded())).isEqualTo(letters(text));
    assertThat(reply.shown().isBlank()).isEqualTo(text.isBlank());
  }

  /// How many letters of each kind there are: folding moves lines.
  private static String letters(String text) {
    return text.codePoints()
        .filter(letter -> !Character.isWhitespace(letter))
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
