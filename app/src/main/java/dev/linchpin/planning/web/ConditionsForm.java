package dev.linchpin.planning.web;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.directory.Topics;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.planning.ChangeWindows.Kept;
import dev.linchpin.planning.Conditions;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.web.shell.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a task asks for, as text.
///
/// @param version of the task the form was made from
/// @param splittable "yes" or empty
/// @param within ids of windows
/// @param knows id of a topic that somebody has to know; empty for none
/// @param alsoKnows id of a second topic
public record ConditionsForm(
    String version, String splittable, List<String> within, String knows, String alsoKnows) {
  public ConditionsForm {
    version = text(version);
    splittable = text(splittable);
    within = List.copyOf(requireNonNullElse(within, List.of()));
    knows = text(knows);
    alsoKnows = text(alsoKnows);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  static ConditionsForm of(PlannedTask task) {
    Conditions now = task.conditions();
    return new ConditionsForm(
        Integer.toString(task.version()),
        now.splittable() ? "yes" : "",
        now.within().stream().map(WindowId::value).toList(),
        topic(now, 0),
        topic(now, 1));
  }

  private static String topic(Conditions conditions, int place) {
    return place < conditions.needs().size() ? conditions.needs().get(place).topic().value() : "";
  }

  TaskView.ConditionsFields view(String address, List<Kept> windows, Map<String, String> topics) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", "Nobody in particular");
    choices.putAll(topics);
    return new TaskView.ConditionsFields(
        address + "/conditions",
        version,
        !splittable.isEmpty(),
        windows.stream()
            .map(kept ->
                new TaskView.WindowChoice(
                    kept.window().id().value(),
                    kept.window().name(),
                    within.contains(kept.window().id().value())))
            .toList(),
        knows,
        alsoKnows,
        choices);
  }

  /// What was asked for; empty, with problems, when a window or topic is not there any more.
  Optional<Conditions> read(
      PlannedTask task, List<Kept> windows, Map<String, String> topics, Problems problems) {
    Set<String> known = new LinkedHashSet<>();
    windows.forEach(kept -> known.add(kept.window().id().value()));
    if (!known.containsAll(within)) {
      problems.add("within", "Choose windows from the list: one of them was removed.");
    }
    List<String> asked = Stream.of(knows, alsoKnows).filter(one -> !one.isEmpty()).toList();
    if (!topics.keySet().containsAll(asked)) {
      problems.add("knows", "Choose a topic from the list.");
    } else if (asked.size() > new LinkedHashSet<>(asked).size()) {
      problems.add("alsoKnows", "Choose another topic: two people for one are not asked for here.");
    }
    if (problems.any()) {
      return Optional.empty();
    }
    return Optional.of(
        new Conditions(
            !splittable.isEmpty(),
            within.stream().distinct().map(WindowId::new).toList(),
            needs(task.conditions(), asked)));
  }

  /// A topic that was asked for before keeps its level and share.
  private static List<Need> needs(Conditions before, List<String> asked) {
    var needs = new ArrayList<Need>();
    for (String topic : asked) {
      needs.add(
          before.needs().stream()
              .filter(need -> need.topic().value().equals(topic))
              .findFirst()
              .orElseGet(() -> new Need(new TopicId(topic), Topics.STAND_IN_LEVEL, 1)));
    }
    return needs;
  }

  /// The task as whoever sent the form saw it: an older version makes the change fail.
  PlannedTask seen(PlannedTask task) {
    return version.matches("[0-9]{1,9}") ? task.atVersion(Integer.parseInt(version)) : task;
  }
}
