package dev.linchpin.helpdesk;

import dev.linchpin.access.AccountId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists somebody wants to come back to: a name and the query of an address. Each sees their own.
@Repository
public class SavedViews {
  public static final int NAME_MAX = 60;
  private static final int KEPT_MAX = 30;

  private final JdbcClient sql;

  public SavedViews(JdbcClient sql) {
    this.sql = sql;
  }

  /// @param query like "show=mine&priority=high"
  public record SavedView(UUID id, String name, String query) {}

  /// By name.
  public List<SavedView> of(AccountId account) {
    return sql.sql(
            """
            select id, name, query from helpdesk.saved_view
             where account = :account order by name collate "und-x-icu" limit :max\
            """)
        .param("account", account.value())
        .param("max", KEPT_MAX)
        .query((row, number) ->
            new SavedView(
                row.getObject("id", UUID.class), row.getString("name"), row.getString("query")))
        .list();
  }

  /// Keeps one; the same name again changes it.
  public void put(AccountId account, String name, String query) {
    sql.sql(
            """
            insert into helpdesk.saved_view (id, account, name, query)
            values (:id, :account, :name, :query)
            on conflict (account, name) do update set query = excluded.query\
            """)
        .param("id", UUID.randomUUID())
        .param("account", account.value())
        .param("name", name)
        .param("query", query)
        .update();
  }

  /// @return false when this account has no such view
  public boolean remove(AccountId account, UUID id) {
    return sql.sql("delete from helpdesk.saved_view where id = :id and account = :account")
            .param("id", id)
            .param("account", account.value())
            .update()
        == 1;
  }
}
