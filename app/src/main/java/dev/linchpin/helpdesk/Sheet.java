package dev.linchpin.helpdesk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A file looked through once: its columns and how many rows it has.
record Sheet(CsvSource source, List<Column> columns, int rows) {

  static Sheet look(CsvSource source) throws IOException {
    try (CsvReader<CsvRecord> reader = source.rows()) {
      Iterator<CsvRecord> rows = reader.iterator();
      if (!rows.hasNext()) {
        throw new CsvSource.Unreadable(
            "The file is empty. Export the tickets again and choose that file.");
      }
      List<Column> columns = columns(rows.next());
      int count = 0;
      while (rows.hasNext()) {
        CsvRecord row = rows.next();
        count++;
        if (count > TicketCsv.ROWS_MAX) {
          throw new CsvSource.Unreadable(
              "The file has more than %,d rows. Export a shorter time, like the last 26 weeks."
                  .formatted(TicketCsv.ROWS_MAX));
        }
        for (int i = 0; i < Math.min(row.getFieldCount(), columns.size()); i++) {
          columns.get(i).add(row.getField(i));
        }
      }
      return new Sheet(source, columns, count);
    }
  }

  List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  private static List<Column> columns(CsvRecord header) throws IOException {
    var columns = new ArrayList<Column>();
    int dates = 0;
    for (String cell : header.getFields()) {
      String name = cell.replace("\uFEFF", "").strip();
      dates += isDate(name) ? 1 : 0;
      columns.add(new Column(name));
    }
    if (dates > 0) {
      throw new CsvSource.Unreadable(
          "The first row holds a date, so the column names are missing."
              + " Export the tickets with a header row.");
    }
    return columns;
  }

  private static boolean isDate(String text) {
    for (DateOrder order : DateOrder.values()) {
      if (order.read(text, null) != null) {
        return true;
      }
    }
    return false;
  }
}
