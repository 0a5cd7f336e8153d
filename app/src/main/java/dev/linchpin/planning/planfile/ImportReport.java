package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Side by side: what a file says about each task, and what Linchpin will schedule.
///
/// @param summary the whole in two or three sentences
/// @param rows one per line of the file, in its order
/// @param findings what is lost, odd or impossible, from reading, converting and scheduling
public record ImportReport(String summary, Counts counts, List<Row> rows, List<Finding> findings) {
  public ImportReport {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /// How much was read, and how the dates of tasks and milestones compare.
  public record Counts(
      int tasks,
      int milestones,
      int summaries,
      int links,
      int people,
      int calendars,
      int sameDays,
      int moved,
      int notCompared) {}

  /// One line of the file.
  ///
  /// @param number as the other tool shows it
  /// @param plan null when Linchpin places nothing: switched off, or impossible
  /// @param workdays by which the finish moves: 3 is later, -3 earlier, 0 the same day
  /// @param reason why it moves, or is not placed; empty when there is nothing to say
  public record Row(
      String id,
      int number,
      int level,
      String name,
      Kind kind,
      Side file,
      @Nullable Side plan,
      Verdict verdict,
      int workdays,
      String reason) {}

  /// What one side says about a task.
  ///
  /// @param waitsFor its links: `3, 4SS+2 days`
  /// @param calendar its own; empty means the project's
  /// @param people `Ana, Ben 50%`
  public record Side(
      @Nullable LocalDateTime start,
      @Nullable LocalDateTime finish,
      String duration,
      String waitsFor,
      String calendar,
      String people) {}

  /// How the two sides compare.
  public enum Verdict {
    /// Start and finish lie on the same days.
    SAME_DAYS,
    EARLIER,
    LATER,
    /// The file has no dates to compare with.
    NO_DATES,
    /// Switched off in the file, or impossible to place.
    NOT_PLACED
  }

  /// Compares a file with the schedule of its conversion.
  public static ImportReport of(PlanFile file, Converted converted, Schedule schedule) {
    List<Row> rows = new ReportRows(file, converted, schedule).all();
    Counts counts = counts(file, rows);
    var findings = new ArrayList<>(converted.findings());
    findings.addAll(schedule.findings());
    return new ImportReport(summary(file, counts, rows, findings), counts, rows, findings);
  }

  private static Counts counts(PlanFile file, List<Row> rows) {
    List<Row> leaves = rows.stream().filter(row -> row.kind() != Kind.SUMMARY).toList();
    int same = count(leaves, Verdict.SAME_DAYS);
    int moved = count(leaves, Verdict.EARLIER) + count(leaves, Verdict.LATER);
    return new Counts(
        (int) leaves.stream().filter(row -> row.kind() == Kind.TASK).count(),
        (int) leaves.stream().filter(row -> row.kind() == Kind.MILESTONE).count(),
        rows.size() - leaves.size(),
        file.relations().size(),
        (int)
            file.resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.WORK)
                .count(),
        file.calendars().size(),
        same,
        moved,
        leaves.size() - same - moved);
  }

  private static int count(List<Row> rows, Verdict verdict) {
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  private static String summary(
      PlanFile file, Counts counts, List<Row> rows, List<Finding> findings) {
    return read(file, counts) + " " + dates(counts, rows) + lost(findings);
  }

  private static String read(PlanFile file, Counts counts) {
    return String.format(
        Locale.ROOT,
        "Read from %s: %s, %s, %s, %s and %s.",
        file.format(),
        many(counts.tasks(), "task"),
        many(counts.milestones(), "milestone"),
        many(counts.links(), "link"),
        counts.people() == 1 ? "1 person" : counts.people() + " people",
        many(counts.calendars(), "calendar"));
  }

  private static String dates(Counts counts, List<Row> rows) {
    int compared = counts.sameDays() + counts.moved();
    if (compared == 0) {
      return "The file has no dates to compare with.";
    }
    if (counts.moved() == 0) {
      return "All " + compared + " lie on the same days as in the file.";
    }
    return rows.stream()
        .filter(row -> row.kind() != Kind.SUMMARY && row.workdays() != 0)
        .max(Comparator.comparingInt(row -> Math.abs(row.workdays())))
        .map(row -> " “" + row.name() + "” moves the most: " + shift(row.workdays()) + ".")
        .map(most -> counts.sameDays() + " of " + compared + " lie on the same days." + most)
        .orElse(counts.sameDays() + " of " + compared + " lie on the same days.");
  }

  private static String lost(List<Finding> findings) {
    long lost = findings.stream().filter(f -> f.code() == Finding.Code.NOT_REPRESENTED).count();
    if (lost == 0) {
      return "";
    }
    return lost == 1 ? " One thing is not taken over." : " " + lost + " things are not taken over.";
  }

  static String shift(int workdays) {
    return many(Math.abs(workdays), "workday") + (workdays > 0 ? " later" : " earlier");
  }

  private static String many(int count, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
  }
}
