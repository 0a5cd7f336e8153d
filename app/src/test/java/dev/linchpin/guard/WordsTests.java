package dev.linchpin.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/words.md` against the code: one word, one class, one table.
class WordsTests {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
  private static final Pattern TABLE = Pattern.compile("(?i)create table (\\w+\\.\\w+)");
  private static final int CLASS = 3;
  private static final int TABLES = 4;

  @Test
  void theGlossaryHasWords() {
    assertThat(rows()).hasSizeGreaterThan(15);
  }

  @Test
  void everyClassOfAWordIsInTheCode() {
    assertThat(types()).containsAll(words(CLASS));
  }

  @Test
  void everyTableOfAWordIsInAMigration() {
    assertThat(tables()).containsAll(words(TABLES));
  }

  private static List<String> words(int column) {
    List<String> words =
        rows().stream()
            .map(row -> row.split("\\|", -1)[column])
            .flatMap(cell -> CODE.matcher(cell).results().map(found -> found.group(1)))
            .toList();
    assertThat(words).isNotEmpty();
    return words;
  }

  private static List<String> rows() {
    return Repository.lines(Repository.ROOT.resolve("docs/words.md")).stream()
        .filter(
            line -> line.startsWith("| ") && !line.startsWith("| word") && !line.contains("---"))
        .toList();
  }

  private static Set<String> types() {
    return found(TYPE, Repository.java().stream());
  }

  private static Set<String> tables() {
    return found(TABLE, Repository.files(name -> name.endsWith(".sql")).stream());
  }

  private static Set<String> found(Pattern pattern, Stream<Path> files) {
    return files
        .map(Repository::text)
        .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)))
        .collect(Collectors.toSet());
  }
}
