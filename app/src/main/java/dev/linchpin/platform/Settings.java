package dev.linchpin.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an admin set, kept in the database by key.
@Component
public class Settings {
  private final JdbcClient sql;

  public Settings(JdbcClient sql) {
    this.sql = sql;
  }

  public Optional<String> get(String key) {
    return sql.sql("select value from platform.setting where key = :key")
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /// All whose key begins so, by the rest of the key.
  public Map<String, String> all(String prefix) {
    var all = new LinkedHashMap<String, String>();
    sql.sql("select key, value from platform.setting where starts_with(key, :prefix) order by key")
        .param("prefix", prefix)
        .query(row -> {
          all.put(row.getString("key").substring(prefix.length()), row.getString("value"));
        });
    return all;
  }

  public void put(String key, String value) {
    sql.sql(
            """
            insert into platform.setting (key, value) values (:key, :value)
            on conflict (key) do update set value = excluded.value\
            """)
        .param("key", key)
        .param("value", value)
        .update();
  }
}
