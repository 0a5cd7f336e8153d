package dev.linchpin.helpdesk;

import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.ColumnMapping.Chosen;
import dev.linchpin.helpdesk.ColumnMapping.TimeUnit;
import dev.linchpin.helpdesk.Drafts.Draft;
import dev.linchpin.planning.ForecastWishes;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a file of tickets in: sent, looked at, corrected, confirmed. Nothing counts before it is
/// confirmed, and then all of it does.
@Component
public class TicketImports {
  private static final String PERSON = "person ";
  private static final int FILE_NAME_CHARS = 120;

  private final Drafts drafts;
  private final TicketKeeper keeper;
  private final JdbcClient sql;
  private final Zone zone;
  private final Audit audit;
  private final ForecastWishes wishes;

  public TicketImports(
      Drafts drafts,
      TicketKeeper keeper,
      JdbcClient sql,
      Zone zone,
      Audit audit,
      ForecastWishes wishes) {
    this.drafts = drafts;
    this.keeper = keeper;
    this.sql = sql;
    this.zone = zone;
    this.audit = audit;
    this.wishes = wishes;
  }

  /// A file that was kept before.
  public record Before(LocalDate on, String by) {}

  /// @return the draft, or the sentence that says why the file cannot be read
  public Started start(Who who, String fileName, byte[] file) {
    drafts.removeOld();
    return switch (read(file, Chosen.NOTHING)) {
      case TicketFile.Refused no -> new Started.No(no.sentence());
      case TicketFile.Read yes ->
          new Started.Yes(
              drafts.add(
                  who.account(), Cells.cut(fileName, FILE_NAME_CHARS), fingerprint(file), file));
    };
  }

  /// What came of sending a file.
  public sealed interface Started {
    record Yes(UUID draft) implements Started {}

    record No(String sentence) implements Started {}
  }

  /// The tickets of a draft as its sender wants them read.
  public TicketFile read(Draft draft) {
    return read(drafts.file(draft.id()), chosen(draft));
  }

  /// Who the names of a draft are, with what its sender changed.
  public Map<String, Optional<PersonId>> persons(Draft draft, TicketHistory history) {
    var persons = new LinkedHashMap<>(keeper.matches(history.source(), history.tickets()));
    draft
        .choices()
        .forEach((name, value) -> {
          String person = name.startsWith(PERSON) ? name.substring(PERSON.length()) : "";
          if (persons.containsKey(person)) {
            persons.put(
                person, value.isEmpty() ? Optional.empty() : Optional.of(PersonId.of(value)));
          }
        });
    return persons;
  }

  public Assumptions assumptions(Draft draft) {
    return perTouch(draft.choices().getOrDefault("touch", ""));
  }

  /// What was assumed at the latest import.
  public Assumptions assumptions() {
    return sql.sql(
            """
            select per_touch_minutes from helpdesk.import order by made_at desc, id limit 1\
            """)
        .query(String.class)
        .optional()
        .map(TicketImports::perTouch)
        .orElse(Assumptions.USUAL);
  }

  /// When the same file was kept before.
  public Optional<Before> before(String fingerprint) {
    return sql.sql(
            """
            select made_at, made_by from helpdesk.import
             where fingerprint = :fingerprint order by made_at desc, id limit 1\
            """)
        .param("fingerprint", fingerprint)
        .query((row, number) ->
            new Before(
                row.getTimestamp("made_at").toInstant().atZone(zone.id()).toLocalDate(),
                row.getString("made_by")))
        .optional();
  }

  /// Keeps all tickets of a draft, or none; sent twice, it changes nothing.
  @Transactional
  public TicketKeeper.Kept confirm(Who who, Draft draft, TicketHistory history) {
    Assumptions assumptions = assumptions(draft);
    TicketKeeper.Kept kept =
        keeper.addAll(history.source(), history.tickets(), persons(draft, history), assumptions);
    sql.sql(
            """
            insert into helpdesk.import
                   (id, made_at, made_by, file_name, fingerprint, source, tickets,
                    per_touch_minutes)
            values (:id, :at, :by, :file, :fingerprint, :source, :tickets, :touch)\
            """)
        .param("id", UUID.randomUUID())
        .param("at", zone.instant().atOffset(ZoneOffset.UTC))
        .param("by", who.name())
        .param("file", draft.fileName())
        .param("fingerprint", draft.fingerprint())
        .param("source", history.source())
        .param("tickets", history.tickets().size())
        .param("touch", assumptions.perTouch().toMinutes())
        .update();
    drafts.remove(draft.id());
    audit.add(
        who.name(),
        "imported tickets",
        draft.fileName(),
        "%d added, %d brought up to date".formatted(kept.added(), kept.changed()));
    wishes.add("tickets were imported");
    return kept;
  }

  private TicketFile read(byte[] bytes, Chosen chosen) {
    try {
      Path file = Files.createTempFile("tickets", ".csv");
      try {
        Files.write(file, bytes);
        return TicketCsv.read(file, chosen, zone.id());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Chosen chosen(Draft draft) {
    var columns = new EnumMap<Field, Integer>(Field.class);
    for (Field field : Field.values()) {
      String column = draft.choices().getOrDefault("field " + field.name(), "");
      if (column.matches("-1|\\d{1,4}")) {
        columns.put(field, Integer.valueOf(column));
      }
    }
    return new Chosen(
        columns,
        named(DateOrder.values(), draft.choices().getOrDefault("dates", "")),
        named(TimeUnit.values(), draft.choices().getOrDefault("unit", "")));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static Assumptions perTouch(String minutes) {
    boolean known = minutes.matches("[1-9]|[1-5][0-9]|60");
    Assumptions usual = Assumptions.USUAL;
    return known
        ? new Assumptions(
            Duration.ofMinutes(Long.parseLong(minutes)), usual.dayFrom(), usual.dayTo())
        : usual;
  }

  private static String fingerprint(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
