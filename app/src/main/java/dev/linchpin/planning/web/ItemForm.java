package dev.linchpin.planning.web;

import dev.linchpin.forecast.CostRange;
import dev.linchpin.planning.PlannedItem;
import dev.linchpin.planning.PlannedItem.When;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to pay for, as text.
///
/// @param id chosen when the form is shown, so that a form sent twice adds one item
/// @param task number of a task; empty for none
public record ItemForm(
    String id, String version, String name, String cost, String task, String day) {
  private static final int NAME_MAX = 120;

  public ItemForm {
    id = text(id);
    version = text(version);
    name = text(name);
    cost = text(cost);
    task = text(task);
    day = text(day);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  static ItemForm fresh() {
    return new ItemForm(UUID.randomUUID().toString(), "", "", "", "", "");
  }

  static ItemForm of(PlannedItem item) {
    return new ItemForm(
        item.id().toString(),
        Integer.toString(item.version()),
        item.name(),
        Money.text(item.cost()),
        item.when() instanceof When.WithTask with ? Integer.toString(with.task()) : "",
        item.when() instanceof When.OnDay on ? on.day().toString() : "");
  }

  /// Tasks and milestones by number, the empty one for none.
  static Map<String, String> choices(List<PlannedTask> tasks, String chosen) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", "–");
    for (PlannedTask task : tasks) {
      if (task.kind() == PlannedTask.Kind.TASK || task.isMilestone()) {
        choices.put(Integer.toString(task.number()), task.name());
      }
    }
    choices.putIfAbsent(chosen, "A task that left the plan");
    return choices;
  }

  /// The item that was meant; empty, with problems beside the fields, when it cannot be read.
  Optional<PlannedItem> read(
      ProjectKey project,
      @Nullable PlannedItem before,
      Map<Integer, PlannedTask> tasks,
      Problems problems) {
    if (name.isEmpty()) {
      problems.add("name", "Enter what is paid for, like: 12 switches.");
    } else if (name.length() > NAME_MAX) {
      problems.add("name", "Keep it to %d characters.".formatted(NAME_MAX));
    }
    CostRange range = Money.range("cost", cost, problems);
    if (cost.isEmpty()) {
      problems.add("cost", "Enter an amount like 12500, or 9000/12500/20000: low, likely, high.");
    }
    When when = when(tasks, problems);
    return problems.any() || range == null
        ? Optional.empty()
        : Optional.of(
            new PlannedItem(
                before == null ? Typed.once(id) : before.id(),
                project,
                name,
                range,
                when,
                version(before)));
  }

  private @Nullable When when(Map<Integer, PlannedTask> tasks, Problems problems) {
    if (!task.isEmpty() && !day.isEmpty()) {
      problems.add("day", "Enter a task or a day, not both.");
    } else if (!task.isEmpty()) {
      if (task.matches("[0-9]{1,9}") && tasks.containsKey(Integer.parseInt(task))) {
        return new When.WithTask(Integer.parseInt(task));
      }
      problems.add("task", "Choose a task of the plan.");
    } else if (!day.isEmpty()) {
      try {
        return new When.OnDay(LocalDate.parse(day));
      } catch (DateTimeParseException e) {
        problems.add("day", "Enter a day, like 2027-03-12.");
      }
    }
    return null;
  }

  /// As whoever sent the form saw it: an older version makes the change fail.
  private int version(@Nullable PlannedItem before) {
    return version.matches("[0-9]{1,9}")
        ? Integer.parseInt(version)
        : before == null ? 0 : before.version();
  }
}
