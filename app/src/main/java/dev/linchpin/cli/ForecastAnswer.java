package dev.linchpin.cli;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.planning.PlanForecast;
import dev.linchpin.planning.PlanForecast.Dates;
import dev.linchpin.planning.planfile.Converted;
import dev.linchpin.planning.planfile.PlanFile.Item;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What `forecast` prints, for programs and for people.
///
/// @param findings of reading, of the tickets and of the plan
record ForecastAnswer(
    String plan, Converted converted, PlanForecast forecast, List<Finding> findings) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final int NAME_WIDTH = 40;

  /// The JSON of the command; dates are ISO dates.
  record Json(
      String plan,
      LocalDate asOf,
      long seed,
      int runs,
      List<Dates> milestones,
      @Nullable Dates finish,
      List<Found> findings) {}

  /// @param tasks names of the tasks it is about
  record Found(String code, String message, List<String> tasks) {}

  String json() {
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            new Json(
                plan,
                forecast.asOf().toLocalDate(),
                forecast.seed().value(),
                forecast.runs(),
                milestones(),
                forecast.finish(),
                findings.stream().map(this::found).toList()));
  }

  String text() {
    var text = new StringBuilder(plan).append("\n\n").append(sentence()).append('\n');
    if (forecast.finish() != null) {
      text.append('\n').append(row("", "1 in 10", "5 in 10", "8 in 10", "95 in 100"));
      milestones().forEach(dates -> text.append(row(dates)));
      text.append(row(forecast.finish()));
    }
    if (!findings.isEmpty()) {
      text.append("\nWhat was found\n");
      findings.forEach(finding -> text.append("- ").append(finding.message()).append('\n'));
    }
    text.append(
        "\n%,d runs as of %s, seed %d."
            .formatted(forecast.runs(), DAY.format(forecast.asOf()), forecast.seed().value()));
    return text.toString();
  }

  private String sentence() {
    Dates finish = forecast.finish();
    if (finish == null) {
      return "We do not know enough to name a date: nothing of the plan could be placed.";
    }
    return "It will most likely be done by %s. The chance is about %s. It could be as early as %s."
        .formatted(
            WHOLE.format(finish.by()), tenths(finish.chance()), DAY.format(finish.earliest()));
  }

  /// Counted down, and never certain.
  private static String tenths(double chance) {
    return Math.min(9, (int) Math.floor(chance * 10 + 1e-9)) + " in 10";
  }

  private List<Dates> milestones() {
    return forecast.milestones();
  }

  private Found found(Finding finding) {
    return new Found(
        finding.code().name(),
        finding.message(),
        finding.tasks().stream().map(this::name).toList());
  }

  private String name(TaskId task) {
    Item item = converted.items().get(task);
    return item == null ? task.value() : item.name();
  }

  private static String row(Dates dates) {
    return row(
        dates.name(),
        DAY.format(dates.earliest()),
        DAY.format(dates.likely()),
        DAY.format(dates.by()),
        DAY.format(dates.late()));
  }

  private static String row(String name, String... columns) {
    String shown = name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
    var row = new StringBuilder(("%-" + NAME_WIDTH + "s").formatted(shown));
    for (String column : columns) {
      row.append("  %-15s".formatted(column));
    }
    return row.toString().stripTrailing() + "\n";
  }
}
