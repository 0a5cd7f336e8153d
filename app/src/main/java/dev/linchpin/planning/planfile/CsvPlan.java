package dev.linchpin.planning.planfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.linchpin.forecast.Finding;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import dev.linchpin.planning.planfile.ReadResult.Read;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A plan written as a table: one row is one task.
///
/// The first row names the columns. A name is enough; the rest is optional: id, duration, work,
/// start, finish, predecessors (`3FS+2d;4SS`), resources (`Ana[50%];Ben`), wbs or level, percent,
/// actual start and finish, deadline, priority.
final class CsvPlan {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int PROBLEMS_SHOWN = 5;

  private final String name;

  CsvPlan(String name) {
    this.name = name;
  }

  ReadResult read(Path file) throws IOException {
    return read(text(Files.readAllBytes(file)));
  }

  ReadResult read(String text) {
    CsvHeader header = CsvHeader.of(text.lines().findFirst().orElse(""));
    if (header == null) {
      return Refusals.csv(
          name,
          "The first row names no column with the tasks' names."
              + " Name the columns, such as id;name;duration;predecessors;resources.");
    }
    List<CsvRecord> rows;
    try {
      rows = rows(text, header);
    } catch (CsvParseException e) {
      return Refusals.csv(name, "A row does not end: check the quotes. Nothing was taken from it.");
    }
    var reader = new CsvRows(header, rows);
    List<Item> items = reader.items();
    return reader.problems().isEmpty()
        ? new Read(plan(items, reader))
        : Refusals.csv(name, problems(reader.problems()));
  }

  private static List<CsvRecord> rows(String text, CsvHeader header) {
    var rows = new ArrayList<CsvRecord>();
    var csv =
        CsvReader.builder()
            .fieldSeparator(header.separator())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text);
    csv.stream().skip(1).filter(row -> !isBlank(row)).forEach(rows::add);
    return rows;
  }

  private static boolean isBlank(CsvRecord row) {
    return row.getFields().stream().allMatch(String::isBlank);
  }

  private PlanFile plan(List<Item> items, CsvRows rows) {
    LocalDateTime start =
        dates(items).min(LocalDateTime::compareTo).orElse(PlanFile.NO_DATE.atStartOfDay());
    List<Relation> relations = rows.relations();
    var lost = new ArrayList<Finding>(rows.lost());
    if (dates(items).findAny().isEmpty()) {
      lost.add(
          Losses.lost("The file has no dates. The plan begins on the day you choose, or today."));
    }
    return new PlanFile(
        "CSV",
        name.replaceFirst("\\.[^.]*$", ""),
        null,
        start,
        dates(items).max(LocalDateTime::compareTo).orElse(null),
        null,
        List.of(),
        rows.resources(),
        items,
        relations,
        lost);
  }

  private static Stream<LocalDateTime> dates(List<Item> items) {
    return items.stream()
        .flatMap(item -> Stream.of(item.planned(), item.actual()))
        .flatMap(dates -> Stream.of(dates.start(), dates.finish()))
        .filter(Objects::nonNull);
  }

  private static String problems(List<String> problems) {
    int more = problems.size() - PROBLEMS_SHOWN;
    String shown = String.join(" ", problems.stream().limit(PROBLEMS_SHOWN).toList());
    return shown
        + (more > 0 ? " " + more + " more rows have such problems." : "")
        + " Nothing was taken from the file. Correct it and import it again.";
  }

  /// UTF-8, UTF-16 with its mark, or what Western spreadsheets write.
  private static String text(byte[] bytes) {
    try {
      boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE;
      Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
    } catch (CharacterCodingException e) {
      return new String(bytes, WESTERN);
    }
  }
}
