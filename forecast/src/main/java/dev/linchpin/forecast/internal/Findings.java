package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is odd about a plan, as it is found. One cause is one finding: a thousand links into
/// nowhere are said once, with their number.
final class Findings {
  /// How many tasks one finding lists at most.
  static final int TASKS_LISTED = 100;

  /// How many findings of one kind there are at most; the rest is counted.
  static final int PER_CODE = 20;

  private static final int NAMED = 3;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<Finding.Code, Integer> more = new LinkedHashMap<>();

  Findings copy() {
    Findings copy = new Findings();
    copy.findings.addAll(findings);
    copy.more.putAll(more);
    return copy;
  }

  void add(Finding.Code code, Collection<TaskId> tasks, String message, Object... values) {
    if (findings.stream().filter(finding -> finding.code() == code).count() >= PER_CODE) {
      more.merge(code, 1, Integer::sum);
      return;
    }
    findings.add(
        new Finding(
            code,
            String.format(Locale.ROOT, message, values),
            tasks.stream().limit(TASKS_LISTED).toList()));
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings);
    more.forEach((code, count) ->
        all.add(
            new Finding(
                code,
                "There are %d more findings of this kind. Mend those above first.".formatted(count),
                List.of())));
    return all;
  }

  /// `"A", "B" and 7 more`.
  static String names(List<String> names) {
    List<String> quoted = names.stream().limit(NAMED).map(name -> "\"" + name + "\"").toList();
    return names.size() > NAMED
        ? String.join(", ", quoted) + " and " + (names.size() - NAMED) + " more"
        : and(quoted);
  }

  /// `A, B and C`.
  static String and(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /// `1 task`, `2 tasks`.
  static String count(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
