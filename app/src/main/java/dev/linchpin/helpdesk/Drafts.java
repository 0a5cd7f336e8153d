package dev.linchpin.helpdesk;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Files of tickets that somebody sent and has not confirmed yet. Each is there for a day, and for
/// its sender only.
@Repository
public class Drafts implements Guarded<UUID, Drafts.Draft> {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient sql;
  private final InstantSource clock;

  public Drafts(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// @param fingerprint SHA-256 of the file in hex
  /// @param choices what its sender changed, by "kind name": "field OPENED" to "3"
  public record Draft(
      UUID id,
      AccountId madeBy,
      String fileName,
      String fingerprint,
      Map<String, String> choices) {}

  @Override
  public Optional<Draft> find(UUID id) {
    return sql.sql(
            """
            select id, made_by, file_name, fingerprint from helpdesk.draft
             where id = :id and made_at > :since\
            """)
        .param("id", id)
        .param("since", since())
        .query((row, number) ->
            new Draft(
                id,
                new AccountId(row.getObject("made_by", UUID.class)),
                row.getString("file_name"),
                row.getString("fingerprint"),
                choices(id)))
        .optional();
  }

  @Override
  public boolean allows(Who who, Right right, Draft thing) {
    return Permission.IMPORT_TICKETS.isOf(who.roles()) && thing.madeBy().equals(who.account());
  }

  public byte[] file(UUID id) {
    return sql.sql("select file from helpdesk.draft where id = :id")
        .param("id", id)
        .query((row, number) -> row.getBytes("file"))
        .single();
  }

  @Transactional
  public UUID add(AccountId by, String fileName, String fingerprint, byte[] file) {
    UUID id = UUID.randomUUID();
    sql.sql(
            """
            insert into helpdesk.draft (id, made_at, made_by, file_name, fingerprint, file)
            values (:id, :at, :by, :name, :fingerprint, :file)\
            """)
        .param("id", id)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .param("name", fileName)
        .param("fingerprint", fingerprint)
        .param("file", file)
        .update();
    return id;
  }

  /// Replaces what its sender changed.
  @Transactional
  public void choose(UUID id, Map<String, String> choices) {
    sql.sql("delete from helpdesk.draft_choice where draft = :id").param("id", id).update();
    choices.forEach((name, value) ->
        sql.sql(
                """
                insert into helpdesk.draft_choice (draft, name, value)
                values (:id, :name, :value)\
                """)
            .param("id", id)
            .param("name", name)
            .param("value", value)
            .update());
  }

  public void remove(UUID id) {
    sql.sql("delete from helpdesk.draft where id = :id").param("id", id).update();
  }

  /// Removes what is older than a day.
  public int removeOld() {
    return sql.sql("delete from helpdesk.draft where made_at <= :since")
        .param("since", since())
        .update();
  }

  private java.time.OffsetDateTime since() {
    Instant since = clock.instant().minus(KEPT);
    return since.atOffset(ZoneOffset.UTC);
  }

  private Map<String, String> choices(UUID id) {
    var choices = new LinkedHashMap<String, String>();
    sql.sql("select name, value from helpdesk.draft_choice where draft = :id")
        .param("id", id)
        .query(row -> {
          choices.put(row.getString("name"), row.getString("value"));
        });
    return choices;
  }
}
