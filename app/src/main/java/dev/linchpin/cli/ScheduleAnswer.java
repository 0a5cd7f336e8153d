package dev.linchpin.cli;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.planning.planfile.Converted;
import dev.linchpin.planning.planfile.PlanFile.Item;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What `schedule` prints, for programs and for people: each task with its start, its end, who does
/// it and why it does not begin earlier.
///
/// @param first the schedule without any search
/// @param searched whether a better one was looked for
/// @param findings of reading and of the plan
record ScheduleAnswer(
    String plan,
    LocalDate asOf,
    Converted converted,
    Schedule first,
    boolean searched,
    Schedule schedule,
    List<Finding> findings) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final int NAME_WIDTH = 40;
  private static final int PEOPLE_WIDTH = 24;
  private static final String LINE =
      "%-" + NAME_WIDTH + "s  %-21s  %-21s  %-" + PEOPLE_WIDTH + "s  %s%n";

  /// The JSON of the command; times are ISO local times.
  ///
  /// @param finish the end of the last task; null where nothing could be placed
  /// @param unoptimised the same without any search
  record Json(
      String plan,
      LocalDate asOf,
      @Nullable LocalDateTime finish,
      @Nullable LocalDateTime unoptimised,
      List<Row> tasks,
      List<ForecastAnswer.Found> findings) {}

  /// @param because what decided the start: PAST, PROJECT_START, TASK, PERSON, CALENDAR, CONSTRAINT
  ///   or WINDOW
  /// @param reason the same as a sentence
  /// @param people who works on it from now on
  record Row(
      String id,
      String name,
      LocalDateTime start,
      LocalDateTime finish,
      String because,
      @Nullable String waitsFor,
      @Nullable String person,
      @Nullable String window,
      String reason,
      List<String> people) {}

  String json() {
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            new Json(
                plan,
                asOf,
                end(schedule),
                end(first),
                rows(),
                findings.stream()
                    .map(finding ->
                        new ForecastAnswer.Found(
                            finding.code().name(),
                            finding.message(),
                            finding.tasks().stream().map(this::name).toList()))
                    .toList()));
  }

  String text() {
    var text = new StringBuilder(plan).append("\n\n").append(sentence()).append('\n');
    List<Row> rows = rows();
    if (!rows.isEmpty()) {
      text.append('\n').append(LINE.formatted("Task", "Begins", "Ends", "Who", "Why not earlier"));
    }
    for (Row row : rows) {
      text.append(
          LINE.formatted(
              shown(row.name(), NAME_WIDTH),
              TIME.format(row.start()),
              TIME.format(row.finish()),
              shown(String.join(", ", row.people()), PEOPLE_WIDTH),
              row.reason()));
    }
    if (!findings.isEmpty()) {
      text.append("\nWhat was found\n");
      findings.forEach(finding -> text.append("- ").append(finding.message()).append('\n'));
    }
    return text.toString().stripTrailing();
  }

  private String sentence() {
    LocalDateTime end = end(schedule);
    LocalDateTime before = end(first);
    if (end == null || before == null) {
      return "Nothing of the plan could be placed.";
    }
    String likely =
        "With likely durations it ends on %s. How sure that is, the command forecast says."
            .formatted(DAY.format(end));
    if (!searched) {
      return likely;
    }
    return end.isBefore(before)
        ? likely + " Without the search it would end on " + DAY.format(before) + "."
        : likely + " The search found none that ends earlier.";
  }

  private static @Nullable LocalDateTime end(Schedule schedule) {
    return schedule.tasks().values().stream()
        .map(Placed::finish)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<Row> rows() {
    return converted.plan().tasks().stream()
        .filter(task -> !Converted.isBoundary(task.id()))
        .filter(task -> schedule.tasks().containsKey(task.id()))
        .map(this::row)
        .sorted(Comparator.comparing(Row::start).thenComparing(Row::finish))
        .toList();
  }

  private Row row(Task task) {
    Placed placed = schedule.tasks().get(task.id());
    if (placed == null) {
      throw new IllegalStateException(task.id() + " is not placed.");
    }
    return new Row(
        task.id().value(),
        name(task.id()),
        placed.start(),
        placed.finish(),
        placed.because().name(),
        placed.waitsFor() == null ? null : name(placed.waitsFor()),
        placed.person() == null ? null : name(placed.person()),
        placed.window(),
        reason(task, placed),
        placed.pieces().stream().map(Piece::person).distinct().map(this::name).toList());
  }

  private String reason(Task of, Placed placed) {
    String task = placed.waitsFor() == null ? "another task" : name(placed.waitsFor());
    String person = placed.person() == null ? "somebody" : name(placed.person());
    return switch (placed.because()) {
      case PAST -> of.progress() instanceof Progress.Done ? "it is done" : "it has begun";
      case PROJECT_START -> hasBegun() ? "nothing holds it up" : "the project begins here";
      case TASK -> "waits for " + task;
      case PERSON -> person + " does " + task + " first";
      case CALENDAR -> placed.person() == null ? "no working time" : person + " is away";
      case CONSTRAINT -> "its own date";
      case WINDOW -> "waits for the window " + placed.window();
    };
  }

  /// The day it is seen from lies within the project.
  private boolean hasBegun() {
    return converted.plan().projects().stream()
        .anyMatch(project -> project.notBefore().toLocalDate().isBefore(asOf));
  }

  private String name(TaskId task) {
    if (Converted.isBoundary(task)) {
      return "a summary";
    }
    Item item = converted.items().get(task);
    return item == null ? task.value() : item.name().strip();
  }

  private String name(PersonId person) {
    return converted.plan().people().stream()
        .filter(it -> it.id().equals(person))
        .map(it -> it.name())
        .findFirst()
        .orElse(person.value());
  }

  private static String shown(String name, int width) {
    return name.length() <= width ? name : name.substring(0, width - 1) + "…";
  }
}
