package dev.linchpin.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcAddressTests {
  @Test
  void anAddressIsWrittenAsPostgresPeopleWriteIt() {
    var address =
        JdbcAddress.parse("postgresql://it:s%40crt@db.example.org:5433/linchpin?ssl=true");

    assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example.org:5433/linchpin?ssl=true");
    assertThat(address.user()).isEqualTo("it");
    assertThat(address.password()).isEqualTo("s@crt");
  }

  @Test
  void theJdbcFormAndTheShortFormMeanTheSame() {
    var plain = JdbcAddress.parse("postgresql://it:x@db/linchpin");

    assertThat(JdbcAddress.parse("jdbc:postgresql://it:x@db/linchpin")).isEqualTo(plain);
    assertThat(JdbcAddress.parse("postgres://it:x@db/linchpin")).isEqualTo(plain);
  }

  @Test
  void anotherDatabaseIsRefusedWithoutShowingThePassword() {
    assertThatThrownBy(() -> JdbcAddress.parse("mysql://it:secret@db/linchpin"))
        .hasMessageContaining("postgresql://user:password@host:5432/name")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressNeverPrintsItsPassword() {
    assertThat(JdbcAddress.parse("postgresql://it:secret@db/linchpin").toString())
        .doesNotContain("secret");
  }
}
