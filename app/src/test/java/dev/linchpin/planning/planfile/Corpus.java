package dev.linchpin.planning.planfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/// Plans that real tools wrote. They are shared beside the repository, not kept in it.
final class Corpus {
  static final List<String> PLAN_ARCHIVES =
      List.of("mspdi.zip", "mpp.zip", "primavera.zip", "other.zip", "taskjuggler.zip");

  private Corpus() {}

  /// The folder of the shared data; the test is skipped, with a line, where there is none.
  static Path data() {
    String told = System.getenv("LINCHPIN_SHARED_DATA");
    Path here = Path.of("").toAbsolutePath();
    Path data =
        told != null
            ? Path.of(told)
            : Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(here.resolve("../shared/data"));
    Assumptions.assumeTrue(Files.isDirectory(data), "No shared data at " + data);
    return data;
  }

  /// The files of a zip archive, by name.
  static Map<String, Path> unpacked(Path archive, Path folder) throws IOException {
    var files = new TreeMap<String, Path>();
    try (var zip = new ZipFile(archive.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Path file = folder.resolve(archive.getFileName() + "-" + files.size());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
        files.put(name, file);
      }
    }
    return files;
  }

  /// The rows of the index: what another version of the library read from each file.
  static List<Map<String, String>> index(Path data) throws IOException {
    return rows(data.resolve("plan-files/index.csv"));
  }

  /// The rows of a table by their first column.
  static Map<String, Map<String, String>> table(Path file) throws IOException {
    return rows(file).stream()
        .collect(Collectors.toMap(row -> row.getOrDefault("project", ""), row -> row));
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] titles = lines.getFirst().split(",", -1);
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(fields ->
            Stream.iterate(0, i -> i < titles.length, i -> i + 1)
                .collect(Collectors.toMap(i -> titles[i], i -> fields[i])))
        .toList();
  }
}
