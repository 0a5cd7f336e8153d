package dev.linchpin.access;

import dev.linchpin.platform.Audit;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The first start: there is no account, and one address that makes the first one.
@Component
public class Setup {
  static final Duration VALID = Duration.ofHours(1);

  private final JdbcClient sql;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Audit audit;
  private final InstantSource clock;
  private final SecureRandom random;
  private volatile boolean done;

  Setup(
      JdbcClient sql,
      Accounts accounts,
      Passwords passwords,
      Audit audit,
      InstantSource clock,
      SecureRandom random) {
    this.sql = sql;
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /// Whether there is no account yet.
  public boolean isNeeded() {
    done = done || !accounts.none();
    return !done;
  }

  /// Makes the one address that sets Linchpin up, like `/setup/0kx…`; an older one ends. It is
  /// shown once, by whoever starts the server, and opens for one hour.
  ///
  /// @return empty when there is an account already
  @Transactional
  public Optional<String> openAddressPath() {
    if (!isNeeded()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String token = Secret.fresh(random);
    sql.sql("delete from access.setup_token").update();
    sql.sql("insert into access.setup_token (hash, ends_at) values (:hash, :ends)")
        .param("hash", Secret.hash(token))
        .param("ends", Timestamp.from(now.plus(VALID)))
        .update();
    return Optional.of("/setup/" + token);
  }

  /// Whether this token opens now. It stays good until [#use].
  public boolean opens(String token) {
    return isNeeded()
        && sql.sql("select 1 from access.setup_token where hash = :hash and ends_at > :now")
            .param("hash", Secret.hash(token))
            .param("now", Timestamp.from(clock.instant()))
            .query(Integer.class)
            .optional()
            .isPresent();
  }

  /// Makes the first account, an admin. The token is used up; of two who come at once, one gets it.
  ///
  /// @return empty when the token does not open
  @Transactional
  public Optional<AccountId> use(String token, String name, Email email, String password) {
    int taken =
        sql.sql("delete from access.setup_token where hash = :hash and ends_at > :now")
            .param("hash", Secret.hash(token))
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (taken == 0 || !accounts.none()) {
      return Optional.empty();
    }
    Optional<AccountId> admin = accounts.add(name, email, Set.of(Role.ADMIN));
    admin.ifPresent(id -> accounts.setPasswordHash(id, passwords.hash(password)));
    audit.add(name, "set Linchpin up", "account " + email, "role ADMIN");
    return admin;
  }
}
