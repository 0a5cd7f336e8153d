package dev.linchpin.helpdesk;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.linchpin.helpdesk.ColumnMapping.Chosen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads a ticket history from a CSV file, packed with gzip or not.
///
/// One row per ticket, or one row per change of a ticket in any order: several rows with one number
/// are folded into one ticket. Separator, encoding, columns and the way dates are written are
/// guessed over the whole file and can be changed by a person. Nothing is thrown for a bad file:
/// the answer is a sentence.
public final class TicketCsv {
  public static final int ROWS_MAX = 500_000;
  static final int COLUMNS_MAX = 500;
  static final int CELL_CHARS_MAX = 1_000_000;

  /// Of text, after unpacking.
  public static final long FILE_BYTES_MAX = 400L * 1024 * 1024;

  /// A packed export is 10 to 40 times smaller than its text; what shrinks more is no export.
  static final long UNPACKED_PER_PACKED_MAX = 250;

  private TicketCsv() {}

  /// Reads with nothing but guesses; times are taken as they are written.
  public static TicketFile read(Path file) {
    return read(file, Chosen.NOTHING, null);
  }

  /// @param zone where times that name an offset are moved to; null leaves them as written
  public static TicketFile read(Path file, Chosen chosen, @Nullable ZoneId zone) {
    try {
      return readRows(file, chosen, zone);
    } catch (CsvSource.Unreadable no) {
      return new TicketFile.Refused(message(no));
    } catch (CsvParseException | UncheckedIOException no) {
      return new TicketFile.Refused(inRow(no));
    } catch (ZipException no) {
      return new TicketFile.Refused(
          "The packed file is damaged. Pack it again, or choose the file itself.");
    } catch (IOException no) {
      return new TicketFile.Refused(
          "The file cannot be read to its end. Copy it again and choose the copy.");
    }
  }

  private static TicketFile readRows(Path file, Chosen chosen, @Nullable ZoneId zone)
      throws IOException {
    Sheet sheet = Sheet.look(CsvSource.open(file));
    if (sheet.rows() == 0) {
      return new TicketFile.Refused(
          "The file has one row and no tickets. Export the tickets again, with their rows.");
    }
    ColumnMapping mapping = MappingGuess.of(sheet, chosen);
    if (!mapping.has(Field.OPENED) && !mapping.has(Field.UPDATED)) {
      return new TicketFile.Refused(
          "No column holds dates. Export the tickets with the time at which they were opened.");
    }
    if (!mapping.has(Field.NUMBER)) {
      return new TicketFile.Refused(
          "No column names the ticket. Export the tickets with their numbers.");
    }
    TicketHistory history = new HistoryFold(sheet, mapping, zone).read();
    return history.tickets().isEmpty()
        ? new TicketFile.Refused(
            "No row could be read. " + history.problems().getFirst().sentence())
        : new TicketFile.Read(history);
  }

  private static String inRow(RuntimeException problem) {
    Throwable cause = problem;
    while (cause != null) {
      if (cause instanceof CsvSource.Unreadable no) {
        return message(no);
      }
      cause = cause.getCause();
    }
    return "A row is longer than %,d characters. A quotation mark may be missing there."
            .formatted(CELL_CHARS_MAX)
        + " Export the tickets again, or mend that row.";
  }

  private static String message(CsvSource.Unreadable no) {
    String message = no.getMessage();
    return message == null ? "The file cannot be read." : message;
  }
}
