package dev.linchpin.bench;

import java.util.Arrays;

/// The same plan for TaskJuggler 3: everybody works around the clock, so that hours are hours, and
/// a task's people are all mandatory. It may interrupt a task, which our schedules do not.
final class TaskJugglerText {
  private static final int HOURS = 24;

  private TaskJugglerText() {}

  static String of(NamedPlan plan) {
    StringBuilder text =
        new StringBuilder(
            """
            project plan "Plan" 2027-01-04 +%dd {
              timezone "UTC"
              timingresolution 60min
              dailyworkinghours 24
              yearlyworkingdays 365
              workinghours mon - sun 0:00 - 24:00
              timeformat "%%Y-%%m-%%d-%%H"
            }
            """
                .formatted(2 + 2 * plan.lowerBound() / HOURS));
    for (int person = 0; person < plan.people(); person++) {
      text.append("resource p%d \"Person %d\" {}%n".formatted(person, person));
    }
    for (int i = 0; i < plan.hours().length; i++) {
      text.append(task(plan, i));
    }
    return text + "taskreport ends \"ends\" { formats csv columns id, start, end }\n";
  }

  private static String task(NamedPlan plan, int i) {
    StringBuilder task = new StringBuilder("task t%d \"Task %d\" {%n".formatted(i, i));
    task.append("  effort %dh%n".formatted(plan.who()[i].length * plan.hours()[i]));
    Arrays.stream(plan.who()[i])
        .forEach(person -> task.append("  allocate p%d { mandatory }%n".formatted(person)));
    Arrays.stream(plan.before()[i])
        .forEach(previous -> task.append("  depends !t%d%n".formatted(previous)));
    return task + "}\n";
  }
}
