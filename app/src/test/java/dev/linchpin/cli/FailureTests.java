package dev.linchpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.platform.postgres.JdbcAddress;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class FailureTests {
  @Test
  void aBusyPortNamesTheOption() {
    var wrapped = new IllegalStateException("refresh failed", new PortInUseException(8080));

    assertThat(Failure.of(wrapped)).isEqualTo("Port 8080 is in use. Choose another: --port N.");
  }

  @Test
  void aDatabaseThatIsAwayNamesTheOption() {
    var away = new IllegalStateException("x", new SQLException("Connection refused."));

    assertThat(Failure.of(away)).contains("Connection refused").contains("--db");
  }

  @Test
  void ourOwnSentencesAreSaidAsTheyAre() {
    try {
      JdbcAddress.parse("mysql://x");
    } catch (IllegalArgumentException ours) {
      assertThat(Failure.of(new RuntimeException(ours))).isEqualTo(ours.getMessage());
    }
  }

  @Test
  void whatNobodyForesawIsStillOneLine() {
    assertThat(Failure.of(new RuntimeException("first line\nsecond line")))
        .isEqualTo("That did not work: first line.");
  }
}
