package dev.linchpin.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All accounts. None is ever deleted, so that the audit trail keeps its names.
@Component
public class Accounts {
  private static final String SELECT =
      """
      select id, name, email, roles, enabled, password_hash is not null as password_set, person
        from access.account\
      """;

  private final JdbcClient sql;
  private final InstantSource clock;

  public Accounts(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  public boolean none() {
    return sql.sql("select not exists (select 1 from access.account)")
        .query(Boolean.class)
        .single();
  }

  public Optional<Account> find(AccountId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query(Accounts::toAccount)
        .optional();
  }

  public Optional<Account> withEmail(Email email) {
    return sql.sql(SELECT + " where email = :email")
        .param("email", email.value())
        .query(Accounts::toAccount)
        .optional();
  }

  public List<Account> all() {
    return sql.sql(SELECT + " order by lower(name), email").query(Accounts::toAccount).list();
  }

  /// Adds an account without a password: an invitation sets it.
  ///
  /// @return empty when the e-mail address has an account already
  public Optional<AccountId> add(String name, Email email, Set<Role> roles) {
    return sql.sql(
            """
            insert into access.account (name, email, roles, made_at)
            values (:name, :email, :roles, :now)
            on conflict (email) do nothing
            returning id\
            """)
        .param("name", name)
        .param("email", email.value())
        .param("roles", names(roles))
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  public void setPasswordHash(AccountId id, String hash) {
    sql.sql("update access.account set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id.value())
        .update();
  }

  Optional<String> passwordHash(AccountId id) {
    return sql.sql("select password_hash from access.account where id = :id")
        .param("id", id.value())
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(hash -> hash);
  }

  public void rename(AccountId id, String name) {
    sql.sql("update access.account set name = :name where id = :id")
        .param("name", name)
        .param("id", id.value())
        .update();
  }

  /// Says which person of the directory this is.
  public void isPerson(AccountId id, @Nullable UUID person) {
    sql.sql("update access.account set person = :person where id = :id")
        .param("person", person, java.sql.Types.OTHER)
        .param("id", id.value())
        .update();
  }

  /// Sets roles and whether the account may sign in.
  ///
  /// @return false, and nothing changed, when nobody could administer Linchpin afterwards
  @Transactional
  public boolean change(AccountId id, Set<Role> roles, boolean enabled) {
    sql.sql("lock table access.account in share row exclusive mode").update();
    boolean stays = enabled && roles.contains(Role.ADMIN);
    if (!stays && !anotherAdmin(id)) {
      return false;
    }
    sql.sql("update access.account set roles = :roles, enabled = :enabled where id = :id")
        .param("roles", names(roles))
        .param("enabled", enabled)
        .param("id", id.value())
        .update();
    return true;
  }

  private boolean anotherAdmin(AccountId id) {
    return sql.sql(
            """
            select exists (
              select 1 from access.account
               where id <> :id and enabled and 'ADMIN' = any (roles) and password_hash is not null)\
            """)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  static String[] names(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::name).toArray(String[]::new);
  }

  static Set<Role> roles(ResultSet row) throws SQLException {
    var names = (String[]) row.getArray("roles").getArray();
    return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static Account toAccount(ResultSet row, int n) throws SQLException {
    return new Account(
        new AccountId(row.getObject("id", UUID.class)),
        row.getString("name"),
        new Email(row.getString("email")),
        roles(row),
        row.getBoolean("enabled"),
        row.getBoolean("password_set"),
        row.getObject("person", UUID.class));
  }
}
