package dev.linchpin.helpdesk.knowledge;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.By;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The articles, by number.
@Repository
public class Articles implements Guarded<Integer, Article> {
  private static final String SELECT =
      """
      select number, title, text, state, audience, owner, review_by, version, changed
        from helpdesk.article\
      """;

  private final JdbcClient sql;
  private final Revisions revisions;
  private final Audit audit;

  Articles(JdbcClient sql, Revisions revisions, Audit audit) {
    this.sql = sql;
    this.revisions = revisions;
    this.audit = audit;
  }

  @Override
  public Optional<Article> find(Integer number) {
    return sql.sql(SELECT + " where number = :number")
        .param("number", number)
        .query(Articles::article)
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Article article) {
    return switch (right) {
      case READ ->
          Permission.READ_TICKETS.isOf(who.roles())
              || article.isForEveryone() && Permission.ASK.isOf(who.roles());
      case WRITE -> Permission.CHANGE_TICKET.isOf(who.roles());
    };
  }

  /// Those that fit, the closest first; all of them, by title, where no words are asked for.
  ///
  /// @param onlyForEveryone leaves out what is for those who work on tickets, and drafts
  public List<Article> like(String words, boolean onlyForEveryone, int limit) {
    return sql.sql(
            SELECT
                + """
                 where (:words = '' or words @@ helpdesk.asked(:words) or title ilike :part
                        or public.word_similarity(:words, title) >= 0.5)
                   and (not :everyone or state = 'PUBLISHED' and audience = 'EVERYONE')
                 order by state = 'RETIRED',
                          ts_rank(words, helpdesk.asked(:words)) desc,
                          public.word_similarity(:words, title) desc,
                          title collate "und-x-icu", number
                 limit :limit\
                """)
        .param("words", words)
        .param("part", Like.anywhere(words))
        .param("everyone", onlyForEveryone)
        .param("limit", limit)
        .query(Articles::article)
        .list();
  }

  /// Published ones that somebody has to read again.
  public List<Article> due(LocalDate today) {
    return sql.sql(
            SELECT
                + " where state = 'PUBLISHED' and review_by <= :today order by review_by, number")
        .param("today", today)
        .query(Articles::article)
        .list();
  }

  /// Writes a new one, a draft unless `wanted` says otherwise.
  ///
  /// @throws IllegalArgumentException with a message for whoever wrote it
  @Transactional
  public Article add(Map<Part, String> wanted, By by) {
    var parts = new EnumMap<Part, String>(Part.class);
    parts.put(Part.STATE, Article.State.DRAFT.name());
    parts.put(Part.AUDIENCE, Article.Audience.AGENTS.name());
    parts.putAll(wanted);
    Article.check(parts.getOrDefault(Part.TITLE, ""), parts.getOrDefault(Part.TEXT, ""));
    int number =
        set(
                sql.sql(
                    """
                    insert into helpdesk.article
                           (title, text, state, audience, owner, review_by, version, changed)
                    values (:title, :text, :state, :audience, cast(:owner as uuid),
                            cast(:reviewBy as date), 1, :at)
                    returning number\
                    """),
                parts,
                by)
            .query(Integer.class)
            .single();
    Article added = find(number).orElseThrow();
    revisions.write(added.ref(), 1, Map.of(), parts, by);
    audit.add(by.name(), "wrote an article", added.ref(), added.title());
    return added;
  }

  /// Changes what differs from the version that was seen.
  ///
  /// @throws IllegalArgumentException with a message for whoever wrote it
  @Transactional
  public Putting put(Article shown, int seen, Map<Part, String> wanted, By by) {
    Article now =
        sql.sql(SELECT + " where number = :number for update")
            .param("number", shown.number())
            .query(Articles::article)
            .single();
    return revisions.put(
        now, seen, wanted, by, (parts, version) -> write(now.number(), parts, version, by));
  }

  private void write(int number, Map<Part, String> parts, int version, By by) {
    Article.check(parts.getOrDefault(Part.TITLE, ""), parts.getOrDefault(Part.TEXT, ""));
    set(
            sql.sql(
                """
                update helpdesk.article
                   set title = :title, text = :text, state = :state, audience = :audience,
                       owner = cast(:owner as uuid), review_by = cast(:reviewBy as date),
                       version = :version, changed = :at
                 where number = :number\
                """),
            parts,
            by)
        .param("version", version)
        .param("number", number)
        .update();
  }

  /// What it said in an earlier version.
  public Article at(Article now, int version) {
    Map<Part, String> then = Revisions.at(version, now.parts(), revisions.of(now.ref()));
    return new Article(
        now.number(),
        then.getOrDefault(Part.TITLE, now.title()),
        then.getOrDefault(Part.TEXT, now.text()),
        now.state(),
        now.audience(),
        now.owner(),
        now.reviewBy(),
        version,
        now.changed());
  }

  private static JdbcClient.StatementSpec set(
      JdbcClient.StatementSpec statement, Map<Part, String> parts, By by) {
    return statement
        .param("title", parts.getOrDefault(Part.TITLE, "").strip())
        .param("text", parts.getOrDefault(Part.TEXT, ""))
        .param("state", parts.getOrDefault(Part.STATE, ""))
        .param("audience", parts.getOrDefault(Part.AUDIENCE, ""))
        .param("owner", orNull(parts, Part.OWNER))
        .param("reviewBy", orNull(parts, Part.REVIEW_BY))
        .param("at", Timestamp.from(by.at()));
  }

  static @Nullable String orNull(Map<Part, String> parts, Part part) {
    String text = parts.getOrDefault(part, "");
    return text.isEmpty() ? null : text;
  }

  private static Article article(ResultSet row, int number) throws SQLException {
    UUID owner = row.getObject("owner", UUID.class);
    return new Article(
        row.getInt("number"),
        row.getString("title"),
        row.getString("text"),
        Article.State.valueOf(row.getString("state")),
        Article.Audience.valueOf(row.getString("audience")),
        owner == null ? null : new PersonId(owner),
        row.getObject("review_by", LocalDate.class),
        row.getInt("version"),
        row.getTimestamp("changed").toInstant());
  }
}
