package dev.linchpin.guard.seeded;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Does what nobody may.
final class Offender {
  private Offender() {}

  static Instant readsTheClock() {
    return Instant.now();
  }

  static LocalDateTime readsItAgain() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  static ObjectInputStream deserialises(InputStream from) throws IOException {
    return new ObjectInputStream(from);
  }

  static Stream<?> leavesAQueryOpen(JdbcClient sql) {
    return sql.sql("select 'open'").query(String.class).stream();
  }
}
