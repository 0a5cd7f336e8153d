package dev.linchpin.planning.web;

import dev.linchpin.planning.ScheduleLine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Why a task does not start earlier, in words.
final class StartReason {
  private final Function<String, String> task;
  private final Function<String, String> person;

  /// @param task what a ref of this plan is called; empty for one of another plan
  /// @param person what a person's id is called
  StartReason(Function<String, String> task, Function<String, String> person) {
    this.task = task;
    this.person = person;
  }

  /// A few words for a table; empty when there is nothing to say.
  String words(@Nullable ScheduleLine line) {
    if (line == null) {
      return "";
    }
    return switch (line.because()) {
      case PAST -> "";
      case PROJECT_START -> "nothing holds it";
      case TASK -> "after " + other(line.waitsFor());
      case PERSON -> busy(line);
      case CALENDAR -> away(line);
      case CONSTRAINT -> "its own date";
      case WINDOW -> line.window() == null ? "waits for a window" : "window: " + line.window();
    };
  }

  private String busy(ScheduleLine line) {
    String who = line.person() == null ? "somebody" : person.apply(line.person());
    return line.waitsFor() == null
        ? who + " is busy"
        : who + " first does " + other(line.waitsFor());
  }

  private String away(ScheduleLine line) {
    return line.person() == null
        ? "no working time before"
        : person.apply(line.person()) + " is not at work before";
  }

  /// Of other plans nothing is named: not everybody may read them.
  private String other(@Nullable String ref) {
    String name = ref == null ? "" : task.apply(ref);
    return name.isEmpty() ? "work of another project" : name;
  }
}
