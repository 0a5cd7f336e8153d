package dev.linchpin.helpdesk;

import dev.linchpin.platform.Audit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Answers that are written once and used often. In their text `{caller}` and the like stand for
/// what the ticket says; other braces stay as they are.
@Repository
public class CannedReplies {
  /// All there are, with what they stand for.
  public static final List<String> VARIABLES =
      List.of("caller", "number", "title", "service", "agent", "outcome");

  public static final int NAME_MAX = 100;
  public static final int TEXT_MAX = 10_000;
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

  private final JdbcClient sql;
  private final Audit audit;

  public CannedReplies(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  public record CannedReply(UUID id, String name, String text) {
    /// The text for this ticket.
    ///
    /// @param agent who answers
    public String about(Ticket ticket, String agent) {
      Map<String, String> values =
          Map.of(
              "caller", ticket.caller().name().isEmpty() ? "there" : ticket.caller().name(),
              "number", ticket.number(),
              "title", ticket.name(),
              "service", ticket.serviceName(),
              "agent", agent,
              "outcome", ticket.outcome());
      return VARIABLE
          .matcher(text)
          .replaceAll(found ->
              Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
  }

  /// By name.
  public List<CannedReply> all() {
    return sql.sql(
            "select id, name, text from helpdesk.canned_reply order by name collate \"und-x-icu\"")
        .query((row, number) ->
            new CannedReply(
                row.getObject("id", UUID.class), row.getString("name"), row.getString("text")))
        .list();
  }

  public Optional<CannedReply> find(UUID id) {
    return all().stream().filter(reply -> reply.id().equals(id)).findFirst();
  }

  /// Adds one, or changes the text of the one with this name.
  @Transactional
  public void put(String name, String text, String by) {
    sql.sql(
            """
            insert into helpdesk.canned_reply (id, name, text) values (:id, :name, :text)
            on conflict (name) do update set text = excluded.text\
            """)
        .param("id", UUID.randomUUID())
        .param("name", name)
        .param("text", text)
        .update();
    audit.add(by, "wrote a canned reply", "canned reply " + name, text);
  }

  @Transactional
  public void remove(UUID id, String by) {
    find(id)
        .ifPresent(reply -> {
          sql.sql("delete from helpdesk.canned_reply where id = :id").param("id", id).update();
          audit.add(by, "removed a canned reply", "canned reply " + reply.name(), reply.text());
        });
  }
}
