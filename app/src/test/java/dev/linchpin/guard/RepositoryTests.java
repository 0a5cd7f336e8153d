package dev.linchpin.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepositoryTests {
  private static final int LINE_CHARACTERS_MAX = 100;
  private static final int FILE_LINES_MAX = 500;
  private static final int METHOD_LINES_MAX = 60;
  private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
  private static final Pattern METHOD =
      Pattern.compile("^  (?! )(?!.*\\b(class|record|interface|enum)\\b)[^/*@}].*\\{$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\bbin/([a-z][a-z-]*)");

  @Test
  void thereIsSomethingToGuard() {
    assertThat(Repository.java()).hasSizeGreaterThan(100);
  }

  @Test
  void noLineIsLongerThanAHundredCharacters() {
    assertThat(
            lines(
                Repository.java(),
                line -> line.length() > LINE_CHARACTERS_MAX && !line.startsWith("import ")))
        .isEmpty();
  }

  @Test
  void noFileIsLongerThanFiveHundredLines() {
    assertThat(Repository.java())
        .filteredOn(file -> Repository.lines(file).size() > FILE_LINES_MAX)
        .isEmpty();
  }

  @Test
  void noMethodIsLongerThanSixtyLines() {
    assertThat(Repository.java().stream().flatMap(RepositoryTests::longMethods)).isEmpty();
  }

  @Test
  void aLongMethodIsFound() {
    List<String> lines = new ArrayList<>(List.of("class A {", "  void b() {"));
    lines.addAll(java.util.Collections.nCopies(METHOD_LINES_MAX + 1, "    c();"));
    lines.addAll(List.of("  }", "}"));
    assertThat(longMethods("A", lines)).hasSize(1);
  }

  @Test
  void nothingIsLeftForLaterInCode() {
    assertThat(lines(Repository.java(), line -> LEFT_FOR_LATER.matcher(line).find())).isEmpty();
    assertThat(LEFT_FOR_LATER.matcher("// TO" + "DO: think").find()).isTrue();
  }

  /// Once: a second one in the tests would hide the first from all that reads it.
  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> packages = Repository.java().stream().map(Path::getParent).distinct().toList();
    assertThat(packages)
        .allSatisfy(folder -> {
          Path info = folder.resolve("package-info.java");
          boolean twin = Repository.name(folder).contains("src/test") && mainTwin(folder);
          assertThat(Files.exists(info)).as("%s", folder).isNotEqualTo(twin);
        });
  }

  @Test
  void theDocumentsLinkOnlyToWhatIsThere() {
    List<String> broken = new ArrayList<>();
    for (Path page : markdown()) {
      LINK.matcher(Repository.text(page))
          .results()
          .map(link -> link.group(1))
          .filter(target -> !Files.exists(page.resolveSibling(target)))
          .forEach(target -> broken.add(Repository.name(page) + " → " + target));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theDocumentsNameOnlyCommandsThatExist() {
    List<String> unknown = new ArrayList<>();
    for (Path page : markdown()) {
      COMMAND
          .matcher(Repository.text(page))
          .results()
          .map(found -> found.group(1))
          .filter(command -> !Files.isExecutable(Repository.ROOT.resolve("bin").resolve(command)))
          .forEach(command -> unknown.add(Repository.name(page) + ": bin/" + command));
    }
    assertThat(unknown).isEmpty();
  }

  private static List<Path> markdown() {
    List<Path> pages = Repository.files(name -> name.endsWith(".md"));
    assertThat(pages).hasSizeGreaterThan(8);
    return pages;
  }

  private static boolean mainTwin(Path test) {
    Path main = Path.of(test.toString().replace("src/test", "src/main"));
    return Files.exists(main.resolve("package-info.java"));
  }

  private static Stream<String> longMethods(Path file) {
    return longMethods(Repository.name(file), Repository.lines(file));
  }

  private static Stream<String> longMethods(String name, List<String> lines) {
    List<String> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (METHOD.matcher(lines.get(i)).find()) {
        start = i;
      } else if (lines.get(i).equals("  }") && start >= 0) {
        if (i - start > METHOD_LINES_MAX) {
          found.add(name + ":" + (start + 1) + " has " + (i - start) + " lines");
        }
        start = -1;
      }
    }
    return found.stream();
  }

  private static List<String> lines(List<Path> files, java.util.function.Predicate<String> wrong) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Repository.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (wrong.test(lines.get(i))) {
          found.add(Repository.name(file) + ":" + (i + 1) + " " + lines.get(i).strip());
        }
      }
    }
    return found;
  }
}
