package dev.linchpin.platform;

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
