package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswerJsonTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void programsReadExactlyTheseFields() throws IOException {
    String written =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(SentenceTests.answer("forecast"));

    assertThat(written.replace("\r\n", "\n").strip()).isEqualTo(golden());
  }

  @Test
  void whatIsAbsentIsNull() {
    assertThat(JSON.writeValueAsString(SentenceTests.answer("too-little-known")))
        .contains("\"earliest\":null", "\"by\":null", "\"chance\":null", "\"howSure\":null");
  }

  private static String golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(AnswerJsonTests.class.getResourceAsStream("answer.json"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
