package dev.linchpin.helpdesk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.linchpin.helpdesk.TicketHistory.RowProblem;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Folds the rows of a file into tickets: rows with one number are one ticket.
final class HistoryFold {
  private static final int TITLE_CHARS = 500;
  private static final int DESCRIPTION_CHARS = 4_000;
  private static final int NAME_CHARS = 200;

  private final Sheet sheet;
  private final ColumnMapping mapping;
  private final @Nullable ZoneId zone;
  private final Map<String, Rows> tickets = new LinkedHashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private int problemCount;
  private int leftOut;

  HistoryFold(Sheet sheet, ColumnMapping mapping, @Nullable ZoneId zone) {
    this.sheet = sheet;
    this.mapping = mapping;
    this.zone = zone;
  }

  TicketHistory read() throws IOException {
    try (CsvReader<CsvRecord> reader = sheet.source().rows()) {
      Iterator<CsvRecord> rows = reader.iterator();
      rows.next();
      long number = 1;
      while (rows.hasNext()) {
        number++;
        add(number, rows.next());
      }
    }
    boolean log = isLog();
    boolean running = log && tickets.values().stream().allMatch(Rows::timeNeverFalls);
    List<TicketRecord> folded =
        tickets.values().stream().map(rows -> rows.fold(log, running)).toList();
    return new TicketHistory(
        HeaderWords.tool(sheet.header()),
        folded,
        mapping,
        sheet.rows(),
        problems,
        problemCount,
        notes(log));
  }

  private void add(long number, CsvRecord row) {
    String id = text(row, Field.NUMBER, Integer.MAX_VALUE);
    if (id.isEmpty() || id.length() > TicketRecord.NUMBER_MAX) {
      leaveOut(number, "It has no ticket number, so it was left out.");
      return;
    }
    LocalDateTime opened = time(number, row, Field.OPENED);
    LocalDateTime updated = time(number, row, Field.UPDATED);
    LocalDateTime at = updated != null ? updated : opened;
    if (at == null) {
      leaveOut(number, "It has no date that can be read, so it was left out.");
      return;
    }
    tickets
        .computeIfAbsent(id, Rows::new)
        .add(
            new Rows.Row(
                at,
                opened != null ? opened : at,
                time(number, row, Field.RESOLVED),
                time(number, row, Field.CLOSED),
                text(row, Field.TITLE, TITLE_CHARS),
                text(row, Field.DESCRIPTION, DESCRIPTION_CHARS),
                text(row, Field.STATE, NAME_CHARS),
                text(row, Field.CALLER, NAME_CHARS),
                text(row, Field.ASSIGNEE, NAME_CHARS),
                text(row, Field.TEAM, NAME_CHARS),
                text(row, Field.CATEGORY, NAME_CHARS),
                text(row, Field.SERVICE, NAME_CHARS),
                text(row, Field.PRIORITY, NAME_CHARS),
                spent(number, row)));
  }

  private String text(CsvRecord row, Field field, int most) {
    int column = mapping.column(field);
    if (column < 0 || column >= row.getFieldCount()) {
      return "";
    }
    String text = Cells.cut(Cells.known(row.getField(column)), most).replace("\0", "");
    String same = texts.putIfAbsent(text, text);
    return same == null ? text : same;
  }

  private @Nullable LocalDateTime time(long number, CsvRecord row, Field field) {
    String text = text(row, field, NAME_CHARS);
    LocalDateTime time = text.isEmpty() ? null : mapping.dates().read(text, zone);
    if (time == null && !text.isEmpty()) {
      problem(
          number,
          "\"%s\" under %s is not a date in the order %s."
              .formatted(Cells.cut(text, 40), name(field), mapping.dates().words()));
    }
    return time;
  }

  private @Nullable Duration spent(long number, CsvRecord row) {
    String text = text(row, Field.TIME_SPENT, NAME_CHARS);
    Duration spent = text.isEmpty() ? null : DurationText.read(text, mapping.unit());
    if (spent == null && !text.isEmpty()) {
      problem(
          number,
          "\"%s\" under %s is not a length of time."
              .formatted(Cells.cut(text, 40), name(Field.TIME_SPENT)));
    }
    return spent;
  }

  private String name(Field field) {
    return "\"" + mapping.columns().get(mapping.column(field)) + "\"";
  }

  private void leaveOut(long row, String sentence) {
    leftOut++;
    problem(row, sentence);
  }

  private void problem(long row, String sentence) {
    problemCount++;
    if (problems.size() < TicketHistory.PROBLEMS_KEPT) {
      problems.add(new RowProblem(row, sentence));
    }
  }

  private boolean isLog() {
    long rows = (long) sheet.rows() - leftOut;
    return mapping.has(Field.UPDATED) && 5 * rows > 6L * tickets.size();
  }

  private List<String> notes(boolean log) {
    var notes = new ArrayList<String>();
    int repeated = sheet.rows() - leftOut - tickets.size();
    if (log) {
      notes.add("%,d rows are the changes of %,d tickets.".formatted(sheet.rows(), tickets.size()));
    } else if (repeated > 0) {
      notes.add("%,d rows repeat a ticket number: the latest row counts.".formatted(repeated));
    }
    if (leftOut > 0) {
      notes.add("%,d of %,d rows were left out.".formatted(leftOut, sheet.rows()));
    }
    if (MappingGuess.isAmbiguous(sheet, mapping.dates())) {
      notes.add(
          "Dates can be read in two orders. They were read as %s, because then rows follow"
                  .formatted(mapping.dates().words())
              + " each other.");
    }
    return notes;
  }
}
