package dev.linchpin.access;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.platform.Audit;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// API tokens. Works without Spring, for the command line beside a running server.
@Component
public class Tokens {
  public static final Duration VALID_MAX = Duration.ofDays(365);
  private static final int NAME_MAX = 100;
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Audit audit;

  public Tokens(JdbcClient sql, InstantSource clock, SecureRandom random) {
    this.sql = sql;
    this.clock = clock;
    this.random = random;
    this.audit = new Audit(sql, clock);
  }

  /// One token, as far as it is shown later.
  ///
  /// @param prefix its first letters
  public record Token(
      UUID id,
      String name,
      String prefix,
      Set<Role> roles,
      Instant madeAt,
      Instant endsAt,
      @Nullable Instant lastUsedAt) {}

  /// Makes a token that nobody's account stands behind; it acts under its own name.
  ///
  /// @param who for the audit trail: "command line"
  /// @return its text, told only now
  /// @throws IllegalArgumentException with a sentence when the name or the time is not good
  public String create(String name, Role role, Duration valid, String who) {
    return create(name, Set.of(role), valid, null, who);
  }

  /// Makes a token for an account: it may do what its roles and the account's have in common.
  ///
  /// @throws IllegalArgumentException with a sentence when the name or the time is not good
  public String create(String name, Duration valid, Who owner) {
    return create(name, owner.roles(), valid, owner.account(), owner.name());
  }

  private String create(
      String name, Set<Role> roles, Duration valid, @Nullable AccountId owner, String who) {
    require(!name.isBlank(), "Enter a name for the token, like \"status board\".");
    require(name.length() <= NAME_MAX, "Enter a name of at most %d characters.", NAME_MAX);
    require(
        valid.isPositive() && valid.compareTo(VALID_MAX) <= 0,
        "A token works for 1 to %d days.",
        VALID_MAX.toDays());
    String text = TokenText.fresh(random);
    Instant now = clock.instant();
    sql.sql(
            """
            insert into access.api_token (name, prefix, hash, roles, owner, made_at, ends_at)
            values (:name, :prefix, :hash, :roles, cast(:owner as uuid), :now, :ends)\
            """)
        .param("name", name.strip())
        .param("prefix", TokenText.prefix(text))
        .param("hash", Secret.hash(text))
        .param("roles", Accounts.names(roles))
        .param("owner", owner == null ? null : owner.toString())
        .param("now", Timestamp.from(now))
        .param("ends", Timestamp.from(now.plus(valid)))
        .update();
    audit.add(who, "made an API token", "token " + name.strip(), "roles " + Set.copyOf(roles));
    return text;
  }

  /// The tokens of an account that still work, newest first.
  public List<Token> of(AccountId owner) {
    return sql.sql(
            """
            select id, name, prefix, roles, made_at, ends_at, last_used_at
              from access.api_token
             where owner = :owner and revoked_at is null and ends_at > :now
             order by made_at desc, id\
            """)
        .param("owner", owner.value())
        .param("now", now())
        .query(Tokens::toToken)
        .list();
  }

  /// Tokens of the command line that still work, newest first.
  public List<Token> ofNobody() {
    return sql.sql(
            """
            select id, name, prefix, roles, made_at, ends_at, last_used_at
              from access.api_token
             where owner is null and revoked_at is null and ends_at > :now
             order by made_at desc, id\
            """)
        .param("now", now())
        .query(Tokens::toToken)
        .list();
  }

  /// Ends a token of this account.
  ///
  /// @return false when this account has no such token that works
  public boolean revoke(UUID id, Who owner) {
    return revoke(id, owner.account(), owner.name());
  }

  /// Ends a token of the command line.
  ///
  /// @return false when there is none such that works
  public boolean revokeOfNobody(UUID id, String who) {
    return revoke(id, null, who);
  }

  private boolean revoke(UUID id, @Nullable AccountId owner, String who) {
    Optional<String> name =
        sql.sql(
                """
                update access.api_token set revoked_at = :now
                 where id = :id and revoked_at is null
                   and owner is not distinct from cast(:owner as uuid)
                returning name\
                """)
            .param("now", now())
            .param("id", id)
            .param("owner", owner == null ? null : owner.toString())
            .query(String.class)
            .optional();
    name.ifPresent(was -> audit.add(who, "revoked an API token", "token " + was, ""));
    return name.isPresent();
  }

  /// Who acts with this text; empty when it is wrong, revoked, too old, or its account disabled.
  Optional<Who> who(String text) {
    if (!TokenText.isWhole(text)) {
      return Optional.empty();
    }
    String hash = Secret.hash(text);
    Optional<Who> who =
        sql.sql(
                """
                select t.id, t.name, t.owner, a.name as owner_name, a.email,
                       case when t.owner is null then t.roles
                         else array(select unnest(t.roles) intersect select unnest(a.roles))
                       end as roles
                  from access.api_token t left join access.account a on a.id = t.owner
                 where t.hash = :hash and t.revoked_at is null and t.ends_at > :now
                   and (t.owner is null or a.enabled)\
                """)
            .param("hash", hash)
            .param("now", now())
            .query(Tokens::toWho)
            .optional()
            .flatMap(found -> found);
    who.ifPresent(found -> noteUse(hash));
    return who;
  }

  private void noteUse(String hash) {
    sql.sql(
            """
            update access.api_token set last_used_at = :now
             where hash = :hash and (last_used_at is null or last_used_at < :long_ago)\
            """)
        .param("now", now())
        .param("hash", hash)
        .param("long_ago", Timestamp.from(clock.instant().minus(USE_NOTED_EVERY)))
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Optional<Who> toWho(ResultSet row, int n) throws SQLException {
    Set<Role> roles = Accounts.roles(row);
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    UUID owner = row.getObject("owner", UUID.class);
    return Optional.of(
        owner == null
            ? new Who(
                new AccountId(row.getObject("id", UUID.class)),
                "token " + row.getString("name"),
                "",
                roles)
            : new Who(
                new AccountId(owner), row.getString("owner_name"), row.getString("email"), roles));
  }

  private static Token toToken(ResultSet row, int n) throws SQLException {
    Timestamp used = row.getTimestamp("last_used_at");
    return new Token(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("prefix"),
        EnumSet.copyOf(Accounts.roles(row)),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
