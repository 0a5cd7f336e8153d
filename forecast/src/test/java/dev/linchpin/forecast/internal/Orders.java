package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A plan as text and orders of its tasks as words.
record Orders(Prepared plan) {
  static final LocalDateTime MONDAY = LocalDateTime.of(2027, 1, 11, 0, 0);

  private static final String USUAL = "calendar usual Mon-Fri 08:00-12:00 13:00-17:00\n";

  /// A plan that may use the calendar `usual`.
  static Orders of(String text) {
    String plan = text.startsWith("start") ? text : USUAL + text;
    return new Orders(
        Preparation.prepare(PlanText.read(plan), Interruptions.NONE, MONDAY, new Findings()));
  }

  int number(String id) {
    int task = 0;
    while (!plan.tasks[task].id().value().equals(id)) {
      task++;
    }
    return task;
  }

  int[] numbers(String order) {
    return Arrays.stream(order.split(" ")).mapToInt(this::number).toArray();
  }

  String names(int[] order) {
    return Arrays.stream(order)
        .mapToObj(task -> plan.tasks[task].id().value())
        .collect(Collectors.joining(" "));
  }

  SerialPass placed(int[] order) {
    SerialPass pass = new SerialPass(plan);
    pass.run(order);
    return pass;
  }
}
