package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Everybody who was ever told a date. The same address is the same one; without an address, the
/// same person of the directory or the same name is.
@Repository
public class Hearers {
  static final String COLUMNS =
      """
      hearer.id as hearer, hearer.name, hearer.mail, hearer.phone, hearer.person,
      hearer.mail_failure\
      """;

  private final JdbcClient sql;

  public Hearers(JdbcClient sql) {
    this.sql = sql;
  }

  /// A person of the directory.
  public Hearer of(Person person) {
    return of(person.name(), person.email(), person.phone(), person.id().value());
  }

  /// Somebody whose address is known.
  public Hearer withMail(String name, String mail) {
    return of(name, mail, "", null);
  }

  /// Somebody of whom only a name is known. A name that is an address is one.
  public Hearer named(String name) {
    String text = name.strip();
    return text.matches("[^@\\s]+@[^@\\s]+") ? of("", text, "", null) : of(text, "", "", null);
  }

  /// The same one as before, if there was one; what is new about them is kept.
  ///
  /// @param mail may be empty
  /// @param phone may be empty
  public Hearer of(String name, String mail, String phone, @Nullable UUID person) {
    String shown = name.strip();
    String address = mail.strip().toLowerCase(Locale.ROOT);
    require(!shown.isEmpty() || !address.isEmpty(), "Enter who was told, like \"Mia in Sales\".");
    require(shown.length() <= Hearer.NAME_MAX, "Keep the name to %d characters.", Hearer.NAME_MAX);
    return sql.sql(
            """
            insert into answers.hearer (id, key, name, mail, phone, person)
            values (:id, :key, :name, :mail, :phone, :person)
            on conflict (key) do update
               set name = coalesce(nullif(excluded.name, ''), hearer.name),
                   mail = coalesce(nullif(excluded.mail, ''), hearer.mail),
                   phone = coalesce(nullif(excluded.phone, ''), hearer.phone),
                   person = coalesce(excluded.person, hearer.person)
            returning\
            """
                + " "
                + COLUMNS)
        .param("id", UUID.randomUUID())
        .param("key", key(shown, address, person))
        .param("name", shown)
        .param("mail", address)
        .param("phone", phone.strip())
        .param("person", person)
        .query(Hearers::toHearer)
        .single();
  }

  private static String key(String name, String mail, @Nullable UUID person) {
    if (!mail.isEmpty()) {
      return mail;
    }
    return person == null ? name.toLowerCase(Locale.ROOT) : "person " + person;
  }

  public Optional<Hearer> find(UUID id) {
    return sql.sql("select " + COLUMNS + " from answers.hearer where id = :id")
        .param("id", id)
        .query(Hearers::toHearer)
        .optional();
  }

  /// Mail to this address came back: a correction goes by telephone.
  ///
  /// @param why a sentence
  public void mailFailed(String address, String why, Instant at) {
    sql.sql(
            """
            update answers.hearer set mail_failure = :why, mail_failed_at = :at where mail = :mail\
            """)
        .param("why", why)
        .param("at", Timestamp.from(at))
        .param("mail", address.toLowerCase(Locale.ROOT))
        .update();
  }

  /// Mail to this address arrives.
  public void mailWorks(String address) {
    sql.sql(
            """
            update answers.hearer set mail_failure = '', mail_failed_at = null
             where mail = :mail and mail_failure <> ''\
            """)
        .param("mail", address.toLowerCase(Locale.ROOT))
        .update();
  }

  /// What says who it is goes; what they were told stays. Told again, they are somebody new.
  ///
  /// @return who it was; empty when they were forgotten before
  public Optional<Hearer> forget(UUID id, Instant at) {
    Optional<Hearer> known = find(id).filter(one -> !one.name().isEmpty() || !one.mail().isEmpty());
    sql.sql(
            """
            update answers.hearer
               set key = null, name = '', mail = '', phone = '', person = null, mail_failure = '',
                   mail_failed_at = null, forgotten_at = coalesce(forgotten_at, :at)
             where id = :id\
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .update();
    return known;
  }

  static Hearer toHearer(ResultSet row, int number) throws SQLException {
    return new Hearer(
        row.getObject("hearer", UUID.class),
        row.getString("name"),
        row.getString("mail"),
        row.getString("phone"),
        row.getObject("person", UUID.class),
        row.getString("mail_failure"));
  }
}
