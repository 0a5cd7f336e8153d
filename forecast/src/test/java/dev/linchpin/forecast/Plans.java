package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/// Checks schedules written as text: one line a task with its finish, or start and finish, and if
/// wanted the reason: `go-live 2027-01-26 because of order`, `pack 2027-01-11..2027-01-12T12:00
/// because person jon`.
final class Plans {
  static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  private Plans() {}

  static Schedule schedule(String plan) {
    return Scheduler.schedule(PlanText.read(plan), Interruptions.NONE, MONDAY);
  }

  static Outcome forecast(String plan, int runs) {
    return forecast(plan, Interruptions.NONE, runs);
  }

  static Outcome forecast(String plan, Interruptions interruptions, int runs) {
    return Forecaster.forecast(
        new Forecaster.Question(
            PlanText.read(plan), interruptions, History.NONE, MONDAY, runs, new Seed(7)));
  }

  static TaskId task(String id) {
    return new TaskId(id);
  }

  static <K, V> V get(Map<K, V> map, K key) {
    V value = map.get(key);
    assertThat(value).as("%s among %s", key, map.keySet()).isNotNull();
    if (value == null) {
      throw new AssertionError(key);
    }
    return value;
  }

  static Schedule check(String plan, String expected) {
    Schedule schedule = schedule(plan);
    expected.lines().filter(line -> !line.isBlank()).forEach(line -> check(schedule, line));
    return schedule;
  }

  static List<Finding.Code> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static void check(Schedule schedule, String line) {
    List<String> words = List.of(line.strip().split("\\s+"));
    Placed placed = get(schedule.tasks(), task(words.getFirst()));
    String[] ends = words.get(1).split("\\.\\.");
    assertThat(as(ends[ends.length - 1], placed.finish()))
        .as(line)
        .isEqualTo(ends[ends.length - 1]);
    if (ends.length == 2) {
      assertThat(as(ends[0], placed.start())).as(line).isEqualTo(ends[0]);
    }
    if (words.size() > 2) {
      assertThat(reason(placed))
          .as(line)
          .isEqualTo(String.join(" ", words.subList(2, words.size())));
    }
  }

  /// To the day where a day is expected, to the minute where a time is.
  private static String as(String expected, LocalDateTime time) {
    return expected.contains("T") ? time.toString() : LocalDate.from(time).toString();
  }

  private static String reason(Placed placed) {
    return switch (placed.because()) {
      case TASK -> "because of " + placed.waitsFor();
      case PERSON -> "because " + placed.person() + " does " + placed.waitsFor();
      case WINDOW -> "because of window " + placed.window();
      case CALENDAR, CONSTRAINT, PAST, PROJECT_START ->
          "because " + placed.because().name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
