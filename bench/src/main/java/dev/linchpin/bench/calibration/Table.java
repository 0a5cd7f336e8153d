package dev.linchpin.bench.calibration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Rows of a CSV file, plain or with gzip, with the names of the first line.
final class Table {
  private Table() {}

  /// The file `name` or `name.gz` in `folder`.
  static List<NamedCsvRecord> read(Path folder, String name) throws IOException {
    Path plain = folder.resolve(name);
    Path file = Files.exists(plain) ? plain : folder.resolve(name + ".gz");
    try (InputStream in = Files.newInputStream(file);
        InputStream text = file.equals(plain) ? in : new GZIPInputStream(in);
        var reader = new InputStreamReader(text, StandardCharsets.UTF_8);
        var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().toList();
    }
  }
}
