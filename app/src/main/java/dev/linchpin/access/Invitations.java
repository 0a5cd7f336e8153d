package dev.linchpin.access;

import dev.linchpin.platform.Audit;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Addresses that let their reader set the password of one account, once.
@Component
public class Invitations {
  static final Duration VALID = Duration.ofDays(7);

  private final JdbcClient sql;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;
  private final SecureRandom random;

  Invitations(
      JdbcClient sql,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      Audit audit,
      InstantSource clock,
      SecureRandom random) {
    this.sql = sql;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /// Makes one, like `/invitation/0kx…`; an older one of this account ends.
  @Transactional
  public String invite(AccountId account) {
    String token = Secret.fresh(random);
    sql.sql("delete from access.invitation where account = :account")
        .param("account", account.value())
        .update();
    sql.sql(
            """
            insert into access.invitation (hash, account, ends_at)
            values (:hash, :account, :ends)\
            """)
        .param("hash", Secret.hash(token))
        .param("account", account.value())
        .param("ends", Timestamp.from(clock.instant().plus(VALID)))
        .update();
    return "/invitation/" + token;
  }

  /// Who is invited, while it opens.
  public Optional<Account> invited(String token) {
    return sql.sql("select account from access.invitation where hash = :hash and ends_at > :now")
        .param("hash", Secret.hash(token))
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional()
        .flatMap(id -> accounts.find(new AccountId(id)))
        .filter(Account::enabled);
  }

  /// Sets the password; the invitation is used up.
  ///
  /// @return false when it does not open
  @Transactional
  public boolean use(String token, Account account, String password) {
    int taken =
        sql.sql(
                """
                delete from access.invitation
                 where hash = :hash and account = :account and ends_at > :now\
                """)
            .param("hash", Secret.hash(token))
            .param("account", account.id().value())
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (taken == 1) {
      accounts.setPasswordHash(account.id(), passwords.hash(password));
      sessions.endAll(account.id());
      audit.add(account.name(), "used an invitation", "account " + account.email(), "");
    }
    return taken == 1;
  }
}
