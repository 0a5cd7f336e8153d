package dev.linchpin.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StylesTests {
  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "linchpin");
  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3.0;
  private static final int STYLES_BYTES_MAX = 15_000;
  private static final int SCRIPTS_BYTES_MAX = 25_000;
  private static final int SCRIPT_LINES_MAX = 300;
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
  private static final Pattern STYLED = Pattern.compile("\\.([a-z][a-z0-9-]*)(?![^{]*;)");
  private static final Pattern CLASSES = Pattern.compile("class=\"([^\"$]*)\"");

  /// Text and what it stands on.
  private static final List<List<String>> TEXTS =
      List.of(
          List.of("ink", "bg", "surface", "raised", "good-soft", "warn-soft", "bad-soft"),
          List.of("ink", "info-soft"),
          List.of("muted", "bg", "surface", "raised"),
          List.of("link", "bg", "surface", "raised", "info-soft"),
          List.of("on-accent", "accent", "accent-strong"),
          List.of("good", "good-soft", "surface"),
          List.of("warn", "warn-soft", "surface"),
          List.of("bad", "bad-soft", "surface", "bg"),
          List.of("info", "info-soft", "surface"));

  /// Shapes that carry meaning, and what they stand on.
  private static final List<List<String>> SHAPES =
      List.of(
          List.of("edge", "bg", "surface"),
          List.of("focus", "bg", "surface", "raised"),
          List.of("blue", "surface", "raised"),
          List.of("orange", "surface", "raised"),
          List.of("green", "surface", "raised"),
          List.of("accent", "bg", "surface"));

  @Test
  void textCanBeReadInLightAndDark() {
    assertThat(tooWeak(TEXTS, TEXT)).isEmpty();
  }

  @Test
  void shapesCanBeSeenInLightAndDark() {
    assertThat(tooWeak(SHAPES, GRAPHICS)).isEmpty();
  }

  @Test
  void aPairThatIsTooWeakIsFound() {
    assertThat(tooWeak(List.of(List.of("line", "surface")), GRAPHICS)).hasSize(2);
    assertThat(contrast(0x000000, 0xffffff)).isEqualTo(21.0);
  }

  @Test
  void whatEveryPageLoadsStaysSmall() throws IOException {
    assertThat(packed(Assets.STYLES)).isBetween(1_000, STYLES_BYTES_MAX);
    assertThat(packed(Assets.HTMX) + packed(Assets.SCRIPT)).isBetween(1_000, SCRIPTS_BYTES_MAX);
    assertThat(Assets.SCRIPT.text().lines().count()).isLessThanOrEqualTo(SCRIPT_LINES_MAX);
  }

  @Test
  void everyStyledClassIsUsedAndEveryUsedClassIsStyled() throws IOException {
    String pages = text(".jte") + text(".java") + text(".js");
    Set<String> styled = new TreeSet<>();
    Matcher inStyles =
        STYLED.matcher(text(".css").replaceAll("(?s)/\\*.*?\\*/|url\\([^)]*\\)", ""));
    while (inStyles.find()) {
      styled.add(inStyles.group(1));
    }
    Set<String> used = new TreeSet<>();
    CLASSES
        .matcher(text(".jte"))
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(" ")))
        .filter(name -> !name.isBlank())
        .forEach(used::add);

    assertThat(styled).hasSizeGreaterThan(50);
    assertThat(used).hasSizeGreaterThan(30);
    assertThat(styled)
        .filteredOn(
            name -> !Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(pages).find())
        .as("styled, but on no page")
        .filteredOn(name -> !name.matches(".*[0-9]"))
        .isEmpty();
    assertThat(used)
        .filteredOn(name -> !styled.contains(name))
        .as("used, but not styled")
        .isEmpty();
  }

  @Test
  void everyPageTemplateShowsOneViewRecord() throws IOException {
    List<String> odd = new ArrayList<>();
    int pages = 0;
    for (Path file : files(".jte")) {
      String template = Files.readString(file);
      if (template.contains("web.shell.layout(")
          && !file.toString().matches(".*web.(shell|parts).*")) {
        pages++;
        if (!Pattern.compile("@param \\S+ view").matcher(template).find()) {
          odd.add(file.toString());
        }
      }
    }
    assertThat(pages).isGreaterThan(5);
    assertThat(odd).isEmpty();
  }

  private static List<String> tooWeak(List<List<String>> pairs, double least) {
    TreeMap<String, int[]> tokens = new TreeMap<>();
    Matcher found = TOKEN.matcher(Assets.STYLES.text());
    while (found.find()) {
      tokens.put(
          found.group(1),
          new int[] {Integer.parseInt(found.group(2), 16), Integer.parseInt(found.group(3), 16)});
    }
    List<String> weak = new ArrayList<>();
    for (List<String> pair : pairs) {
      for (String ground : pair.subList(1, pair.size())) {
        for (int mode = 0; mode < 2; mode++) {
          double contrast =
              contrast(colour(tokens, pair.getFirst(), mode), colour(tokens, ground, mode));
          if (contrast < least) {
            weak.add(
                "%s on %s, %s: %.2f"
                    .formatted(pair.getFirst(), ground, mode == 0 ? "light" : "dark", contrast));
          }
        }
      }
    }
    return weak;
  }

  private static int colour(TreeMap<String, int[]> tokens, String name, int mode) {
    int[] modes = tokens.get(name);
    assertThat(modes).as(name).isNotNull();
    return modes == null ? 0 : modes[mode];
  }

  /* WCAG 2.2, relative luminance and contrast ratio. */
  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static int packed(Assets.Asset asset) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(asset.text().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static String text(String ending) throws IOException {
    var all = new StringBuilder();
    for (Path file : files(ending)) {
      all.append(Files.readString(file)).append('\n');
    }
    return all.toString();
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.toString().contains("vendor"))
          .toList();
    }
  }
}
