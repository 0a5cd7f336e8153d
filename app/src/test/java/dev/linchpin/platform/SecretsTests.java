package dev.linchpin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
  @TempDir Path home;

  @Test
  void whatIsSealedIsOpenedHereAndNowhereElse() {
    var here = new Secrets("a key", home);
    byte[] sealed = here.seal("open sesame");

    assertThat(here.open(sealed)).contains("open sesame");
    assertThat(new Secrets("a key", home).open(sealed)).contains("open sesame");
    assertThat(new Secrets("another key", home).open(sealed)).isEmpty();
    assertThat(here.seal("open sesame")).isNotEqualTo(sealed);
    sealed[sealed.length - 1]++;
    assertThat(here.open(sealed)).isEmpty();
    assertThat(here.open(new byte[3])).isEmpty();
  }

  @Test
  void theKeyIsMadeOnceInTheHomeAndOnlyItsOwnerReadsIt() throws IOException {
    byte[] sealed = new Secrets(null, home).seal("open sesame");

    assertThat(new Secrets(null, home).open(sealed)).contains("open sesame");
    Path file = home.resolve("secret.key");
    assertThat(Files.size(file)).isEqualTo(32);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void aSignatureIsGoodForOnePurpose() {
    var secrets = new Secrets("a key", home);

    assertThat(secrets.sign("one", "text"))
        .isEqualTo(secrets.sign("one", "text"))
        .isNotEqualTo(secrets.sign("other", "text"))
        .isNotEqualTo(secrets.sign("one", "texts"));
  }
}
