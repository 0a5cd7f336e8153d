package dev.linchpin.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NET",
        "NET-12",
        "T-48213",
        "T-INC0010023",
        "S-email",
        "P-7c0e2b0c-7a53-4d2e-9d10-000000000001"
      })
  void whatIsWrittenCanBeRead(String ref) {
    assertThat(Ref.parse(ref).map(Ref::toString)).contains(ref);
  }

  @Test
  void smallLettersDoNoHarm() {
    assertThat(Ref.parse(" net-12 ")).contains(new Ref.OfMilestone("NET", 12));
    assertThat(Ref.parse("t-48213")).contains(new Ref.OfTicket("48213"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N", "NET-", "NET-x", "NET 12", "9NET", "<script>", "../etc", "T-"})
  void otherWordsAreNoRef(String text) {
    assertThat(Ref.parse(text)).isEmpty();
  }
}
