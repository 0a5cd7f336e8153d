package dev.linchpin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.TestDatabases;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensTests {
  private static final Duration MONTH = Duration.ofDays(30);

  private final TestClock clock = new TestClock();
  private final JdbcClient sql = TestDatabases.sql();
  private final Tokens tokens = new Tokens(sql, clock, new SecureRandom());
  private final Accounts accounts = new Accounts(sql, clock);

  @Test
  void aTokenOfTheCommandLineActsUnderItsOwnName() {
    String text = tokens.create("status board", Role.STAKEHOLDER, MONTH, "command line");

    assertThat(text).matches("lp_pat_[0-9A-Za-z]{46}");
    Who who = tokens.who(text).orElseThrow();
    assertThat(who.name()).isEqualTo("token status board");
    assertThat(who.roles()).containsExactly(Role.STAKEHOLDER);
  }

  @Test
  void theTextOfATokenIsNotKept() {
    String text = tokens.create("status board", Role.STAKEHOLDER, MONTH, "command line");

    assertThat(
            sql.sql("select row_to_json(t)::text from access.api_token t")
                .query(String.class)
                .single())
        .doesNotContain(text.substring(0, 20))
        .contains(text.substring(0, 11));
  }

  @Test
  void aTokenEndsWithItsTime() {
    String text = tokens.create("status board", Role.STAKEHOLDER, MONTH, "command line");

    clock.pass(MONTH.minusSeconds(1));
    assertThat(tokens.who(text)).isPresent();
    clock.pass(Duration.ofSeconds(1));
    assertThat(tokens.who(text)).isEmpty();
  }

  @Test
  void aTokenWorksForAYearAtMost() {
    assertThatThrownBy(
            () -> tokens.create("long", Role.ADMIN, Duration.ofDays(366), "command line"))
        .hasMessage("A token works for 1 to 365 days.");
  }

  @Test
  void aRevokedTokenIsWorthNothing() {
    String text = tokens.create("status board", Role.STAKEHOLDER, MONTH, "command line");
    UUID id = tokens.ofNobody().getFirst().id();

    assertThat(tokens.revokeOfNobody(id, "Åsa")).isTrue();

    assertThat(tokens.who(text)).isEmpty();
    assertThat(tokens.revokeOfNobody(id, "Åsa")).isFalse();
  }

  @Test
  void somebodyElseCannotRevokeMyToken() {
    Who asa = account("asa@example.org", Role.SME);
    Who bo = account("bo@example.org", Role.ADMIN);
    String text = tokens.create("mine", MONTH, asa);
    UUID id = tokens.of(asa.account()).getFirst().id();

    assertThat(tokens.revoke(id, bo)).isFalse();
    assertThat(tokens.who(text)).isPresent();
  }

  @Test
  void aTokenLosesWhatItsOwnerLoses() {
    Who asa = account("asa@example.org", Role.ADMIN, Role.SME);
    String text = tokens.create("mine", MONTH, asa);

    set("roles = '{SME}'");
    assertThat(tokens.who(text).orElseThrow().roles()).containsExactly(Role.SME);
    set("roles = '{STAKEHOLDER}'");
    assertThat(tokens.who(text)).isEmpty();
    set("roles = '{ADMIN}', enabled = false");
    assertThat(tokens.who(text)).isEmpty();
  }

  @Test
  void aMistypedTokenIsRefusedByItsChecksum() {
    String text = tokens.create("status board", Role.STAKEHOLDER, MONTH, "command line");
    char other = text.charAt(20) == 'x' ? 'y' : 'x';

    assertThat(TokenText.isWhole(text)).isTrue();
    assertThat(TokenText.isWhole(text.substring(0, 20) + other + text.substring(21))).isFalse();
    assertThat(TokenText.isWhole("")).isFalse();
    assertThat(TokenText.isWhole("lp_pat_")).isFalse();
    assertThat(tokens.who("lp_pat_' or 1=1 --")).isEmpty();
  }

  private void set(String what) {
    sql.sql("update access.account set " + what).update();
  }

  private Who account(String email, Role... roles) {
    AccountId id = accounts.add("Somebody", new Email(email), Set.of(roles)).orElseThrow();
    return accounts.find(id).orElseThrow().who();
  }
}
