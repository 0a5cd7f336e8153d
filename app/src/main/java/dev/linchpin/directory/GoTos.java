package dev.linchpin.directory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is the go-to for what, who stands in, and who was it before.
@Repository
public class GoTos {
  private static final String TERMS =
      """
      select id, kind, key, go_to, stand_in, from_time, until_time, set_by
        from directory.go_to\
      """;

  private final JdbcClient sql;
  private final Audit audit;
  private final People people;
  private final WorkingTime workingTime;

  public GoTos(JdbcClient sql, Audit audit, People people, WorkingTime workingTime) {
    this.sql = sql;
    this.audit = audit;
    this.people = people;
    this.workingTime = workingTime;
  }

  /// One stretch of time with the same go-to and stand-in.
  ///
  /// @param until null for the term in force
  /// @param setBy who decided it
  public record Term(long id, GoTo goTo, Instant from, @Nullable Instant until, String setBy) {}

  /// What a person answers for.
  ///
  /// @param title the subject's name, like "Floor 3 network upgrade"
  public record Duty(Subject subject, String title) {}

  /// A subject nobody answers for, or nobody when the go-to is away.
  ///
  /// @param title the subject's name
  /// @param goTo null when that is what is missing; otherwise the stand-in is
  public record Gap(Subject subject, String title, @Nullable PersonId goTo) {
    public String words() {
      return goTo == null ? "has no go-to" : "has no stand-in";
    }
  }

  /// From now on this subject needs a go-to; said again, it changes the title.
  @Transactional
  public void watch(Subject subject, String title) {
    subject(
            """
            insert into directory.subject (kind, key, title) values (:kind, :key, :title)
            on conflict (kind, key) do update set title = excluded.title, released = false\
            """,
            subject)
        .param("title", title)
        .update();
  }

  /// The go-to in force.
  public Optional<GoTo> current(Subject subject) {
    return term(subject).map(Term::goTo);
  }

  /// The term in force.
  public Optional<Term> term(Subject subject) {
    return subject(TERMS + " where kind = :kind and key = :key and until_time is null", subject)
        .query(GoTos::toTerm)
        .optional();
  }

  /// Every go-to in force, by subject.
  public List<GoTo> all() {
    return sql
        .sql(TERMS + " where until_time is null order by kind, key")
        .query(GoTos::toTerm)
        .list()
        .stream()
        .map(Term::goTo)
        .toList();
  }

  /// Who was go-to when; the term in force first.
  public List<Term> history(Subject subject) {
    return subject(
            TERMS + " where kind = :kind and key = :key order by from_time desc, id desc", subject)
        .query(GoTos::toTerm)
        .list();
  }

  /// What this person is the go-to for.
  public List<Duty> goToFor(PersonId person) {
    return duties("go_to", person);
  }

  /// What everybody is the go-to for; whoever is it for nothing is missing.
  public Map<PersonId, List<Duty>> goToFor() {
    return sql
        .sql(
            """
            select go_to, subject.kind, subject.key, title
              from directory.go_to
              join directory.subject
                on go_to.kind = subject.kind and go_to.key = subject.key
             where until_time is null
             order by title collate "und-x-icu", subject.key\
            """)
        .query((row, number) ->
            Map.entry(
                requireNonNull(People.id(row, "go_to")),
                new Duty(toSubject(row), row.getString("title"))))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /// What this person stands in for.
  public List<Duty> standInFor(PersonId person) {
    return duties("stand_in", person);
  }

  /// Subjects that lack a go-to or a stand-in; those without a go-to first.
  public List<Gap> gaps() {
    return sql.sql(
            """
            select subject.kind, subject.key, title, go_to
              from directory.subject
              left join directory.go_to
                on go_to.kind = subject.kind and go_to.key = subject.key
                   and until_time is null
             where stand_in is null and not released
             order by go_to is not null, title collate "und-x-icu", subject.key\
            """)
        .query((row, number) ->
            new Gap(toSubject(row), row.getString("title"), People.id(row, "go_to")))
        .list();
  }

  /// Makes this the go-to and stand-in. The term before ends in the same moment and is kept.
  ///
  /// @param by who decided it
  @Transactional
  public void put(GoTo goTo, Instant at, String by) {
    replace(goTo, at, by);
  }

  /// The same, unless somebody else decided meanwhile.
  ///
  /// @param seen the id of the term the decider saw; 0 for none
  /// @return false, with nothing changed, when another term is in force
  @Transactional
  public boolean put(GoTo goTo, Instant at, String by, long seen) {
    lock(goTo.subject());
    if (term(goTo.subject()).map(Term::id).orElse(0L) != seen) {
      return false;
    }
    replace(goTo, at, by);
    return true;
  }

  /// Ends the term in force; the subject is a gap until somebody is named. None: nothing happens.
  @Transactional
  public void end(Subject subject, Instant at, String by) {
    lock(subject);
    if (close(subject, at) > 0) {
      audit.add(by, "ended the go-to's term", subject.ref(), "");
    }
  }

  /// The subject needs no go-to any more, because it is done: its term ends, its history stays, it
  /// is no gap.
  ///
  /// @param by who decided it
  @Transactional
  public void release(Subject subject, Instant at, String by) {
    end(subject, at, by);
    subject(
            "update directory.subject set released = true where kind = :kind and key = :key",
            subject)
        .update();
  }

  /// Whom to ask now: the go-to if at work, else whoever stands in and is, else who is back first.
  ///
  /// @param now in the organisation's zone
  public Answering answering(Subject subject, LocalDateTime now) {
    return requireNonNull(answering(Set.of(subject), now).get(subject));
  }

  /// The same for many subjects at once.
  public Map<Subject, Answering> answering(Set<Subject> subjects, LocalDateTime now) {
    Map<Subject, GoTo> inForce = current(subjects);
    Map<PersonId, PersonId> covers =
        workingTime.standInsDuringLeave(
            inForce.values().stream().map(GoTo::goTo).toList(), now.toLocalDate());
    Map<Subject, List<PersonId>> asked = new HashMap<>();
    inForce.forEach((subject, goTo) ->
        asked.put(
            subject,
            Stream.of(goTo.goTo(), goTo.standIn(), covers.get(goTo.goTo()))
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    Set<PersonId> everybody = asked.values().stream().flatMap(List::stream).collect(toSet());
    Map<PersonId, Presence> presences = workingTime.presences(everybody, now);
    Map<PersonId, Person> found = people.all(everybody);
    Map<Subject, Answering> answering = new HashMap<>();
    subjects.forEach(subject -> answering.put(subject, Answering.nobody(subject)));
    asked.forEach((subject, ids) -> {
      List<Answering.Contact> contacts =
          ids.stream()
              .map(id ->
                  new Answering.Contact(
                      requireNonNull(found.get(id)), requireNonNull(presences.get(id))))
              .toList();
      boolean standInNamed = requireNonNull(inForce.get(subject)).standIn() != null;
      answering.put(subject, Answering.of(subject, contacts, standInNamed, now.toLocalDate()));
    });
    return answering;
  }

  private Map<Subject, GoTo> current(Set<Subject> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(TERMS + " where until_time is null and (kind, key) in (:subjects)")
        .param(
            "subjects",
            subjects.stream()
                .map(subject -> new Object[] {subject.kind().name(), subject.key()})
                .toList())
        .query(GoTos::toTerm)
        .list()
        .stream()
        .map(Term::goTo)
        .collect(toMap(GoTo::subject, Function.identity()));
  }

  private void replace(GoTo goTo, Instant at, String by) {
    Subject subject = goTo.subject();
    subject(
            """
            insert into directory.subject (kind, key, title) values (:kind, :key, :key)
            on conflict (kind, key) do nothing\
            """,
            subject)
        .update();
    lock(subject);
    close(subject, at);
    subject(
            """
            insert into directory.go_to (kind, key, go_to, stand_in, from_time, set_by)
            values (:kind, :key, :goTo, :standIn, :at, :by)\
            """,
            subject)
        .param("goTo", goTo.goTo().value())
        .param("standIn", goTo.standIn() == null ? null : goTo.standIn().value())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
    audit.add(by, "named the go-to", subject.ref(), said(goTo));
  }

  private String said(GoTo goTo) {
    return "go-to %s, stand-in %s".formatted(name(goTo.goTo()), name(goTo.standIn()));
  }

  private String name(@Nullable PersonId id) {
    return id == null ? "nobody" : people.find(id).map(Person::name).orElse(id.toString());
  }

  private void lock(Subject subject) {
    subject(
            "select key from directory.subject where kind = :kind and key = :key for update",
            subject)
        .query(String.class)
        .optional();
  }

  private int close(Subject subject, Instant at) {
    return subject(
            """
            update directory.go_to set until_time = :at
             where kind = :kind and key = :key and until_time is null\
            """,
            subject)
        .param("at", Timestamp.from(at))
        .update();
  }

  private List<Duty> duties(String column, PersonId person) {
    return sql.sql(
            """
            select subject.kind, subject.key, title
              from directory.go_to
              join directory.subject
                on go_to.kind = subject.kind and go_to.key = subject.key
             where until_time is null and %s = :person
             order by title collate "und-x-icu", subject.key\
            """
                .formatted(column))
        .param("person", person.value())
        .query((row, number) -> new Duty(toSubject(row), row.getString("title")))
        .list();
  }

  private JdbcClient.StatementSpec subject(String statement, Subject subject) {
    return sql.sql(statement).param("kind", subject.kind().name()).param("key", subject.key());
  }

  private static Subject toSubject(ResultSet row) throws SQLException {
    return new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("key"));
  }

  private static Term toTerm(ResultSet row, int number) throws SQLException {
    Timestamp until = row.getTimestamp("until_time");
    return new Term(
        row.getLong("id"),
        new GoTo(
            toSubject(row), requireNonNull(People.id(row, "go_to")), People.id(row, "stand_in")),
        row.getTimestamp("from_time").toInstant(),
        until == null ? null : until.toInstant(),
        row.getString("set_by"));
  }
}
