package dev.linchpin.directory;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The people of the organisation, and those who work for it.
@Repository
public class People implements Guarded<PersonId, Person> {
  private static final String SELECT =
      """
      select id, name, email, phone, title, department, site, week, version
        from directory.person\
      """;
  private static final String BY_NAME = " order by name collate \"und-x-icu\", id";

  private final JdbcClient sql;
  private final Audit audit;
  private final ApplicationEventPublisher facts;

  public People(JdbcClient sql, Audit audit, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.audit = audit;
    this.facts = facts;
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query(People::toPerson)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Person thing) {
    return Rights.allow(who, right);
  }

  /// By name.
  public List<Person> all() {
    return sql.sql(SELECT + BY_NAME).query(People::toPerson).list();
  }

  /// Those of these ids who exist, by name.
  public Map<PersonId, Person> all(Collection<PersonId> ids) {
    var found = new LinkedHashMap<PersonId, Person>();
    sql.sql(SELECT + " where id = any(:ids)" + BY_NAME)
        .param("ids", uuids(ids))
        .query(People::toPerson)
        .list()
        .forEach(person -> found.put(person.id(), person));
    return found;
  }

  /// The one with this address, whatever the capitals.
  public Optional<Person> withEmail(String email) {
    return sql.sql(SELECT + " where lower(email) = lower(:email) and email <> ''")
        .param("email", email)
        .query(People::toPerson)
        .optional();
  }

  /// Everybody with exactly this name, whatever the capitals.
  public List<Person> named(String name) {
    return sql.sql(SELECT + " where lower(name) = lower(:name)" + BY_NAME)
        .param("name", name)
        .query(People::toPerson)
        .list();
  }

  /// Whose name holds the words, typing mistakes forgiven; the closest first.
  public List<Person> like(String words, int limit) {
    return sql.sql(
            SELECT
                + """
                 where %1$s ilike :part or public.word_similarity(:words, %1$s) >= :close
                 order by public.word_similarity(:words, %1$s) desc, name collate "und-x-icu"
                 limit :limit\
                """
                    .formatted(Words.PLAIN_NAME))
        .param("words", Words.plain(words))
        .param("part", Like.anywhere(Words.plain(words)))
        .param("close", Words.CLOSE)
        .param("limit", limit)
        .query(People::toPerson)
        .list();
  }

  /// @param by who did it, for the audit trail
  @Transactional
  public void add(Person person, String by) {
    params(
            """
            insert into directory.person
                   (id, name, email, phone, title, department, site, week)
            values (:id, :name, :email, :phone, :title, :department, :site, :week)\
            """,
            person)
        .update();
    audit.add(by, "added a person", ref(person), person.email());
    facts.publishEvent(new WorkingTimeChanged());
  }

  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Person person, String by) {
    int changed =
        params(
                """
                update directory.person
                   set name = :name, email = :email, phone = :phone, title = :title,
                       department = :department, site = :site, week = :week,
                       version = version + 1
                 where id = :id and version = :version\
                """,
                person)
            .param("version", person.version())
            .update();
    if (changed == 1) {
      audit.add(by, "changed a person", ref(person), detail(person));
      facts.publishEvent(new WorkingTimeChanged());
    }
    return changed == 1;
  }

  static UUID[] uuids(Collection<PersonId> ids) {
    return ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new);
  }

  static @Nullable PersonId id(ResultSet row, String column) throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    return value == null ? null : new PersonId(value);
  }

  private JdbcClient.StatementSpec params(String statement, Person person) {
    return sql.sql(statement)
        .param("id", person.id().value())
        .param("name", person.name())
        .param("email", person.email())
        .param("phone", person.phone())
        .param("title", person.title())
        .param("department", person.department() == null ? null : person.department().value())
        .param("site", person.site().value())
        .param("week", person.week() == null ? null : person.week().text());
  }

  private static String detail(Person person) {
    return Stream.of(person.email(), person.phone(), person.title())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String ref(Person person) {
    return "person " + person.name();
  }

  private static Person toPerson(ResultSet row, int number) throws SQLException {
    UUID department = row.getObject("department", UUID.class);
    String week = row.getString("week");
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("title"),
        department == null ? null : new DepartmentId(department),
        new SiteId(row.getObject("site", UUID.class)),
        week == null ? null : Week.parse(week),
        row.getInt("version"));
  }
}
