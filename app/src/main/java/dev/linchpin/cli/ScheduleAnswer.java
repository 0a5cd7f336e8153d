package dev.linchpin.cli;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Schedule;
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

/// What `schedule` prints, for programs and for people: each task with its start, its end and why
/// it does not begin earlier.
///
/// @param first the schedule without any search
/// @param findings of reading and of the plan
record ScheduleAnswer(
    String plan,
    LocalDate asOf,
    Converted converted,
    Schedule first,
    Schedule schedule,
    List<Finding> findings) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final int NAME_WIDTH = 40;

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
  record Row(
      String id,
      String name,
      LocalDateTime start,
      LocalDateTime finish,
      String because,
      @Nullable String waitsFor,
      @Nullable String person,
      @Nullable String window,
      String reason) {}

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
    var text = new StringBuilder(plan).append("\n\n").append(sentence()).append("\n\n");
    for (Row row : rows()) {
      text.append(
          ("%-" + NAME_WIDTH + "s  %-22s  %-22s  %s%n")
              .formatted(
                  shown(row.name()),
                  TIME.format(row.start()),
                  TIME.format(row.finish()),
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
        "With likely durations it ends on %s; how sure that is, says the command forecast."
            .formatted(DAY.format(end));
    return end.equals(before)
        ? likely
        : likely + " Without the search it would end on " + DAY.format(before) + ".";
  }

  private static @Nullable LocalDateTime end(Schedule schedule) {
    return schedule.tasks().values().stream()
        .map(Placed::finish)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<Row> rows() {
    return converted.plan().tasks().stream()
        .map(Task::id)
        .filter(task -> !Converted.isBoundary(task) && schedule.tasks().containsKey(task))
        .map(this::row)
        .sorted(Comparator.comparing(Row::start).thenComparing(Row::finish))
        .toList();
  }

  private Row row(TaskId task) {
    Placed placed = schedule.tasks().get(task);
    if (placed == null) {
      throw new IllegalStateException(task + " is not placed.");
    }
    return new Row(
        task.value(),
        name(task),
        placed.start(),
        placed.finish(),
        placed.because().name(),
        placed.waitsFor() == null ? null : name(placed.waitsFor()),
        placed.person() == null ? null : name(placed.person()),
        placed.window(),
        reason(placed));
  }

  private String reason(Placed placed) {
    String task = placed.waitsFor() == null ? "another task" : name(placed.waitsFor());
    String person = placed.person() == null ? "somebody" : name(placed.person());
    return switch (placed.because()) {
      case PAST -> "it has begun";
      case PROJECT_START -> "the project begins here";
      case TASK -> "waits for " + task;
      case PERSON -> person + " does " + task + " first";
      case CALENDAR -> placed.person() == null ? "no working time" : person + " is away";
      case CONSTRAINT -> "its own date";
      case WINDOW -> "waits for the window " + placed.window();
    };
  }

  private String name(TaskId task) {
    if (Converted.isBoundary(task)) {
      return "a summary";
    }
    Item item = converted.items().get(task);
    return item == null ? task.value() : item.name();
  }

  private String name(PersonId person) {
    return converted.plan().people().stream()
        .filter(it -> it.id().equals(person))
        .map(it -> it.name())
        .findFirst()
        .orElse(person.value());
  }

  private static String shown(String name) {
    return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
  }
}
