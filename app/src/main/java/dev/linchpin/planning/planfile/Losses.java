package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What a file holds and Linchpin cannot represent, in sentences.
final class Losses {
  private static final int NAMES_SHOWN = 3;

  private Losses() {}

  static List<Finding> of(List<Item> items, List<Resource> resources) {
    var lost = new ArrayList<Finding>();
    for (Mark mark : Mark.values()) {
      List<Item> marked = items.stream().filter(item -> item.is(mark)).toList();
      if (!marked.isEmpty()) {
        lost.add(new Finding(code(mark), tasks(marked.size()) + sentence(mark), ids(marked)));
      }
    }
    lost.addAll(resources(resources, ResourceKind.MATERIAL, "material"));
    lost.addAll(resources(resources, ResourceKind.COST, "cost items"));
    return lost;
  }

  /// Each continues "3 tasks …".
  private static String sentence(Mark mark) {
    return switch (mark) {
      case INACTIVE -> " switched off in the file: left out, with their links.";
      case BY_HAND -> " scheduled by hand: the typed start is kept, whatever the links say.";
      case ELSEWHERE -> " of another plan: kept on the dates in this file, not followed.";
      case GUESSED ->
          " with a question mark behind the duration: nobody has estimated them, so the"
              + " placeholder counts.";
      case SPLIT -> " interrupted on chosen days: planned in one piece, with the same duration.";
      case CONTOURED -> " with uneven work over the days: planned with even work.";
      case LEVELLED -> " moved to even out the load: Linchpin evens out by itself instead.";
      case IGNORES_PEOPLE -> " that ignore their people's calendars: both calendars count here.";
      case RECURRING -> " of a repeated series: each one is planned, the rule is not kept.";
      case SUBPROJECT -> " that stand for another plan file: import that file as well.";
      case SECOND_WISH -> " with two constraints: only the first one counts.";
      case HAMMOCK -> " that last as long as others need them: planned with a fixed duration.";
      case EFFORT_DRIVEN -> " that get shorter when people are added: Linchpin keeps the duration.";
      case COSTED -> " with costs: costs are not taken over.";
    };
  }

  private static Finding.Code code(Mark mark) {
    return mark == Mark.GUESSED ? Finding.Code.NO_ESTIMATE : Finding.Code.NOT_REPRESENTED;
  }

  private static List<Finding> resources(
      List<Resource> resources, ResourceKind kind, String shown) {
    Predicate<Resource> isKind = resource -> resource.kind() == kind;
    List<String> names = resources.stream().filter(isKind).map(Resource::name).toList();
    return names.isEmpty()
        ? List.of()
        : List.of(lost("Resources that are " + shown + " are left out: " + list(names) + "."));
  }

  static Finding lost(String message, TaskId... tasks) {
    return new Finding(Finding.Code.NOT_REPRESENTED, message, Arrays.asList(tasks));
  }

  static String tasks(int count) {
    return count == 1 ? "1 task" : String.format(Locale.ROOT, "%,d tasks", count);
  }

  /// The first names, and how many more there are.
  static String list(List<String> names) {
    int more = names.size() - NAMES_SHOWN;
    String shown = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  static List<TaskId> ids(List<Item> items) {
    return items.stream().map(item -> new TaskId(item.id())).toList();
  }
}
