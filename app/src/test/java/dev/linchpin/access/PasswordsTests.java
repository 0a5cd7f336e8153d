package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTests {
  private static final List<String> OWN = List.of("linchpin", "Åsa Lindqvist", "asa@example.org");

  @Test
  void anUnknownAccountCostsOneHashLikeAKnownOne() {
    var counted = new CountedHashes();
    var passwords = new Passwords(counted);

    assertThat(passwords.match("wrong", null)).isFalse();
    assertThat(counted.matched).hasValue(1);
    assertThat(passwords.match("wrong", passwords.hash("right"))).isFalse();
    assertThat(counted.matched).hasValue(2);
    assertThat(passwords.match("x".repeat(300), null)).isFalse();
    assertThat(counted.matched).hasValue(3);
  }

  @Test
  void hashesAreArgon2idWithOwaspsParameters() {
    String hash = new Passwords(new Doors().passwordEncoder()).hash("seven boats on a pond");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven boats",
        "password1234",
        "!!Password2027!!",
        "qwertyuiopasdf",
        "aaaaaaaaaaaaaaaa",
        "1212121212121212",
        "my linchpin holds",
        "lindqvist forever",
        "CorrectHorseBatteryStaple"
      })
  void aPasswordThatIsGuessedFirstIsRefused(String password) {
    assertThat(PasswordRules.problem(password, OWN)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven boats on a pond",
        "åäö ждё 漢字 and more",
        "T9#kk!xW2p(r",
        "            a bcdef"
      })
  void anyLongPasswordThatIsNotCommonIsGood(String password) {
    assertThat(PasswordRules.problem(password, OWN)).isEmpty();
  }

  @Test
  void aPasswordMayHaveTwoHundredAndFiftySixCharactersButNotMore() {
    assertThat(PasswordRules.problem("seven boats ".repeat(21) + "pond", OWN)).isEmpty();
    assertThat(PasswordRules.problem("seven boats ".repeat(21) + "ponds", OWN)).isPresent();
  }

  private static final class CountedHashes implements PasswordEncoder {
    final AtomicInteger matched = new AtomicInteger();

    @Override
    public String encode(@Nullable CharSequence password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      matched.incrementAndGet();
      return encode(password).equals(hash);
    }
  }
}
