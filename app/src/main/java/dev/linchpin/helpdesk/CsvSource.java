package dev.linchpin.helpdesk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A file of comma, semicolon, tab or bar separated text, packed or not, in whatever encoding: as
/// rows. Everything it guesses it guesses from the first 64 KiB, but the encoding from the whole.
///
/// @param separator the character between two cells
record CsvSource(Path file, Charset charset, char separator) {
  private static final int HEAD_BYTES = 64 * 1024;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// The file cannot be read as a table; the message is for people.
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
      super(sentence);
    }
  }

  static CsvSource open(Path file) throws IOException {
    byte[] head;
    try (InputStream in = bytes(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    if (head.length == 0) {
      throw new Unreadable("The file is empty. Export the tickets again and choose that file.");
    }
    Charset charset = charset(file, head);
    return new CsvSource(file, charset, separator(new String(head, charset)));
  }

  CsvReader<CsvRecord> rows() throws IOException {
    Reader text = new InputStreamReader(bytes(file), charset);
    return CsvReader.builder()
        .fieldSeparator(separator)
        .maxBufferSize(4 * TicketCsv.CELL_CHARS_MAX)
        .skipEmptyLines(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .detectBomHeader(false)
        .build(
            CsvRecordHandler.of(limits ->
                limits
                    .maxFields(TicketCsv.COLUMNS_MAX)
                    .maxFieldSize(TicketCsv.CELL_CHARS_MAX)
                    .maxRecordSize(2 * TicketCsv.CELL_CHARS_MAX)),
            text);
  }

  private static InputStream bytes(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES);
    in.mark(4);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    if (!packed) {
      return new Limited(in, TicketCsv.FILE_BYTES_MAX);
    }
    long ratio = TicketCsv.UNPACKED_PER_PACKED_MAX * Files.size(file);
    return new Limited(
        new BufferedInputStream(new GZIPInputStream(in, HEAD_BYTES), HEAD_BYTES),
        Math.min(TicketCsv.FILE_BYTES_MAX, Math.max(ratio, HEAD_BYTES)));
  }

  private static Charset charset(Path file, byte[] head) throws IOException {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    for (byte b : head) {
      if (b == 0) {
        throw new Unreadable(
            "This is not a text file. Export the tickets as CSV and choose that file.");
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static boolean starts(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (Reader text = new InputStreamReader(bytes(file), decoder)) {
      char[] buffer = new char[HEAD_BYTES];
      while (text.read(buffer) >= 0) {}
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /// The separator that splits the header into most cells.
  private static char separator(String head) {
    String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int cells = outsideQuotes(first, candidate);
      if (cells > most) {
        most = cells;
        best = candidate;
      }
    }
    return best;
  }

  private static int outsideQuotes(String line, char wanted) {
    boolean quoted = false;
    int count = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '"') {
        quoted = !quoted;
      } else if (!quoted && line.charAt(i) == wanted) {
        count++;
      }
    }
    return count;
  }

  /// Stops a file that unpacks to more than anybody exports.
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long most) {
      super(in);
      left = most;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte @Nullable [] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      left -= Math.max(read, 0);
      if (left < 0) {
        throw new Unreadable(
            "The file is too large: at most %d MB of text are read. Export a shorter time."
                .formatted(TicketCsv.FILE_BYTES_MAX / (1024 * 1024)));
      }
    }
  }
}
