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
/// @param level the least that will do, 1 to 10
/// @param share of that person's time, in percent
/// @param alsoKnows id of a second topic
public record ConditionsForm(
    String version,
    String splittable,
    List<String> within,
    String knows,
    String level,
    String share,
    String alsoKnows,
    String alsoLevel,
    String alsoShare) {
  private static final int HUNDRED = 100;

  public ConditionsForm {
    version = text(version);
    splittable = text(splittable);
    within = List.copyOf(requireNonNullElse(within, List.of()));
    knows = text(knows);
    level = text(level);
    share = text(share);
    alsoKnows = text(alsoKnows);
    alsoLevel = text(alsoLevel);
    alsoShare = text(alsoShare);
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
        level(now, 0),
        share(now, 0),
        topic(now, 1),
        level(now, 1),
        share(now, 1));
  }

  private static String topic(Conditions conditions, int place) {
    return place < conditions.needs().size() ? conditions.needs().get(place).topic().value() : "";
  }

  private static String level(Conditions conditions, int place) {
    return Integer.toString(
        place < conditions.needs().size()
            ? conditions.needs().get(place).level()
            : Topics.STAND_IN_LEVEL);
  }

  private static String share(Conditions conditions, int place) {
    return place < conditions.needs().size()
        ? Long.toString(Math.round(HUNDRED * conditions.needs().get(place).share()))
        : Integer.toString(HUNDRED);
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
        List.of(
            new TaskView.Need("", "Needs somebody who knows", knows, level, share),
            new TaskView.Need(
                "also", "And somebody else who knows", alsoKnows, alsoLevel, alsoShare)),
        choices,
        levels());
  }

  /// The go-to knows a service at level 2, the stand-in at level 1.
  private static Map<String, String> levels() {
    var levels = new LinkedHashMap<String, String>();
    levels.put(Integer.toString(Topics.STAND_IN_LEVEL), "The go-to or the stand-in");
    levels.put(Integer.toString(Topics.GO_TO_LEVEL), "Only the go-to");
    return levels;
  }

  /// What was asked for; empty, with problems, when a window or topic is not there any more.
  Optional<Conditions> read(List<Kept> windows, Map<String, String> topics, Problems problems) {
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
    List<Need> needs = needs(problems);
    return problems.any()
        ? Optional.empty()
        : Optional.of(
            new Conditions(
                !splittable.isEmpty(),
                within.stream().distinct().map(WindowId::new).toList(),
                needs));
  }

  private List<Need> needs(Problems problems) {
    var needs = new ArrayList<Need>();
    need("", knows, level, share, problems).ifPresent(needs::add);
    need("also", alsoKnows, alsoLevel, alsoShare, problems).ifPresent(needs::add);
    return needs;
  }

  private static Optional<Need> need(
      String prefix, String topic, String level, String share, Problems problems) {
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    String percent = share.replace("%", "").strip();
    boolean isShare = percent.matches("[1-9][0-9]?|100");
    if (!isShare) {
      problems.add(
          prefix.isEmpty() ? "share" : "alsoShare",
          "Enter a share of the person's time from 1 to 100 %.");
    }
    boolean isLevel = level.matches("[1-9]|10");
    if (!isLevel) {
      problems.add(prefix.isEmpty() ? "level" : "alsoLevel", "Choose how well it has to be known.");
    }
    return isShare && isLevel
        ? Optional.of(
            new Need(
                new TopicId(topic),
                Integer.parseInt(level),
                Integer.parseInt(percent) / (double) HUNDRED))
        : Optional.empty();
  }

  /// The task as whoever sent the form saw it: an older version makes the change fail.
  PlannedTask seen(PlannedTask task) {
    return version.matches("[0-9]{1,9}") ? task.atVersion(Integer.parseInt(version)) : task;
  }
}
