package dev.linchpin.sample;

import dev.linchpin.directory.Topics;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.planning.Conditions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/*
 * A sample plan is a text file in `plans/`: head lines ("name …", "go-to …"), then headings, and
 * tasks of the form `name | days | people | waits for`. Days are "2", "1/2/4" (three points), "~10"
 * (elapsed) or "?" (nobody knows). A milestone begins with "*". What a task waits for are tasks by
 * their count from 1 in the order of the file; headings do not count there. A fifth column says
 * what the task asks for: "within nights", "split", "knows network"; and what was otherwise: "found
 * 3" is in the plan since 3 workdays, "was 1/2/4" had this estimate until 4 workdays ago. All apart
 * by semicolons.
 */

/// One project of the sample, as its text file says.
///
/// @param started workdays ago
/// @param fixed workdays from today of the day it must be finished on; null when there is none
record SamplePlan(
    String key,
    String name,
    String goal,
    String goTo,
    @Nullable String standIn,
    int started,
    @Nullable Integer fixed,
    List<Line> lines) {

  /// A heading, a task or a milestone.
  ///
  /// @param number 1, 2, … in the order of the file
  /// @param after numbers of the lines it waits for
  /// @param found workdays for which it has been in the plan; null when always
  /// @param was its days before they were estimated again; null when they were not
  record Line(
      int number,
      String name,
      Kind kind,
      String days,
      List<Share> people,
      List<Integer> after,
      Conditions asks,
      @Nullable Integer found,
      @Nullable String was) {}

  enum Kind {
    HEADING,
    TASK,
    MILESTONE
  }

  /// @param percent of the person's time
  record Share(String person, int percent) {}

  private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");
  private static final int ASKS = 4;
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern PERCENT = Pattern.compile("(.*?) (\\d+)%");
  private static final Pattern HEAD =
      Pattern.compile("(name|goal|go-to|stand-in|started|fixed) (.*)");

  static SamplePlan read(String key) {
    List<String> text = lines(key);
    var plan = new ArrayList<Line>();
    var tasks = new ArrayList<Integer>();
    for (String line : text) {
      int number = plan.size() + 1;
      if (line.contains("|")) {
        plan.add(work(number, line.strip(), tasks));
        tasks.add(number);
      } else if (!HEAD.matcher(line).matches()) {
        plan.add(
            new Line(
                number,
                line.strip(),
                Kind.HEADING,
                "",
                List.of(),
                List.of(),
                Conditions.NONE,
                null,
                null));
      }
    }
    return new SamplePlan(
        key,
        head(text, "name").orElseThrow(),
        head(text, "goal").orElseThrow(),
        head(text, "go-to").orElseThrow(),
        head(text, "stand-in").orElse(null),
        head(text, "started").map(Integer::valueOf).orElse(0),
        head(text, "fixed").map(Integer::valueOf).orElse(null),
        plan);
  }

  private static Line work(int number, String line, List<Integer> tasks) {
    String[] columns = COLUMN.split(line, -1);
    boolean milestone = line.startsWith("*");
    List<String> asked =
        columns.length > ASKS ? SEMICOLON.splitAsStream(columns[ASKS].strip()).toList() : List.of();
    return new Line(
        number,
        columns[0].replaceFirst("^\\* ", ""),
        milestone ? Kind.MILESTONE : Kind.TASK,
        columns[1].strip(),
        words(columns[2]).stream().map(SamplePlan::share).toList(),
        words(columns[3]).stream().map(task -> tasks.get(Integer.parseInt(task) - 1)).toList(),
        conditions(asked),
        named(asked, "found ").findFirst().map(Integer::valueOf).orElse(null),
        named(asked, "was ").findFirst().orElse(null));
  }

  private static Conditions conditions(List<String> asked) {
    return new Conditions(
        asked.contains("split"),
        named(asked, "within ").map(SampleWindows::id).toList(),
        named(asked, "knows ")
            .map(topic -> new Need(new TopicId(topic), Topics.STAND_IN_LEVEL, 1))
            .toList());
  }

  private static Stream<String> named(List<String> asked, String word) {
    return asked.stream()
        .filter(one -> one.startsWith(word))
        .map(one -> one.substring(word.length()));
  }

  private static Share share(String text) {
    var percent = PERCENT.matcher(text);
    return percent.matches()
        ? new Share(percent.group(1), Integer.parseInt(percent.group(2)))
        : new Share(text, 100);
  }

  private static List<String> words(String column) {
    return COMMA.splitAsStream(column.strip()).filter(word -> !word.isBlank()).toList();
  }

  private static Optional<String> head(List<String> text, String word) {
    return text.stream()
        .map(HEAD::matcher)
        .filter(line -> line.matches() && line.group(1).equals(word))
        .map(line -> line.group(2).strip())
        .findFirst();
  }

  private static List<String> lines(String key) {
    String file = "plans/" + key + ".txt";
    try (InputStream in = Objects.requireNonNull(SamplePlan.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
