package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Lag;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import dev.linchpin.planning.planfile.PlanFile.Wish;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * The engine knows no summaries. What a summary's links, constraint and deadline mean for the tasks
 * below it is spelled out with two tasks that take no time: "start of X", which every task below
 * waits for, and "end of X", which waits for every task below. A summary inside a summary hangs its
 * own two between those, so the number of links stays in proportion to the number of lines.
 *
 * A link from the start of a summary (start-to-start) begins at the task below that starts first in
 * the file: "start of X" alone would be too early when that task waits for something itself.
 */
/// The starts and ends of summaries, and all links of the plan.
final class SummaryBoundaries {
  private static final String START = "#start";
  private static final String END = "#end";

  private final Map<String, Item> items = new HashMap<>();
  private final Map<String, List<Item>> children = new HashMap<>();
  private final Map<TaskId, Task> leaves;
  private final Set<String> starts = new LinkedHashSet<>();
  private final Set<String> ends = new LinkedHashSet<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Item> staffed;

  SummaryBoundaries(List<Item> active, Map<TaskId, Task> leaves, List<Relation> relations) {
    this.leaves = leaves;
    for (Item item : active) {
      items.put(item.id(), item);
      if (item.parent() != null) {
        children.computeIfAbsent(item.parent(), _ -> new ArrayList<>()).add(item);
      }
    }
    List<Item> summaries = active.stream().filter(SummaryBoundaries::isSummary).toList();
    staffed =
        summaries.stream()
            .filter(item -> item.assignments().stream().anyMatch(one -> one.resource() != null))
            .toList();
    relations.forEach(this::link);
    summaries.forEach(this::wish);
    close(starts);
    close(ends);
    starts.forEach(this::linkStart);
    ends.forEach(this::linkEnd);
  }

  static boolean isBoundary(TaskId task) {
    return task.value().endsWith(START) || task.value().endsWith(END);
  }

  static String itemOf(TaskId task) {
    return task.value().replace(START, "").replace(END, "");
  }

  /// The id of the task that ends a summary.
  static String end(String summary) {
    return summary + END;
  }

  List<Link> links() {
    return links;
  }

  List<Finding> findings() {
    return staffed.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Finding.Code.NOT_REPRESENTED,
                "People on summaries are left out: assign them to the tasks below.",
                Losses.ids(staffed)));
  }

  List<Task> tasks() {
    var tasks = new ArrayList<Task>();
    for (String id : starts) {
      tasks.add(boundary(id, START, "Start of "));
    }
    for (String id : ends) {
      tasks.add(boundary(id, END, "End of "));
    }
    return tasks;
  }

  private static boolean isSummary(Item item) {
    return item.kind() == Kind.SUMMARY;
  }

  private void link(Relation relation) {
    Optional<TaskId> from = from(relation);
    Optional<TaskId> to = to(relation);
    if (from.isPresent() && to.isPresent()) {
      var lag = new Lag(relation.lag().time(), relation.lag().elapsed());
      links.add(new Link(from.get(), to.get(), relation.type(), lag));
    }
  }

  private Optional<TaskId> from(Relation relation) {
    Item item = items.get(relation.from());
    if (item == null || !isSummary(item)) {
      return Optional.ofNullable(item).map(leaf -> new TaskId(leaf.id()));
    }
    return switch (relation.type()) {
      case START_TO_START, START_TO_FINISH -> earliestBelow(item);
      case FINISH_TO_START, FINISH_TO_FINISH -> Optional.of(end(item));
    };
  }

  private Optional<TaskId> to(Relation relation) {
    Item item = items.get(relation.to());
    if (item == null || !isSummary(item)) {
      return Optional.ofNullable(item).map(leaf -> new TaskId(leaf.id()));
    }
    return switch (relation.type()) {
      case FINISH_TO_START, START_TO_START -> Optional.of(start(item));
      case FINISH_TO_FINISH, START_TO_FINISH -> Optional.of(end(item));
    };
  }

  private Optional<TaskId> earliestBelow(Item summary) {
    return leavesBelow(summary.id()).stream()
        .min(Comparator.comparing(item -> startOr(item, LocalDateTime.MAX)))
        .map(item -> new TaskId(item.id()));
  }

  private static LocalDateTime startOr(Item item, LocalDateTime other) {
    LocalDateTime start = item.planned().start();
    return start == null ? other : start;
  }

  private void wish(Item summary) {
    switch (summary.wish().kind()) {
      case START_NOT_BEFORE, START_ON, START_NOT_AFTER -> start(summary);
      case FINISH_NOT_BEFORE, FINISH_ON, FINISH_NOT_AFTER -> end(summary);
      case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE -> {}
    }
    if (summary.deadline() != null) {
      end(summary);
    }
  }

  private TaskId start(Item summary) {
    starts.add(summary.id());
    return new TaskId(summary.id() + START);
  }

  private TaskId end(Item summary) {
    ends.add(summary.id());
    return new TaskId(summary.id() + END);
  }

  /// Summaries below one with a boundary need theirs too.
  private void close(Set<String> summaries) {
    Deque<String> open = new ArrayDeque<>(summaries);
    while (!open.isEmpty()) {
      for (Item child : below(open.pop())) {
        if (isSummary(child) && summaries.add(child.id())) {
          open.push(child.id());
        }
      }
    }
  }

  private void linkStart(String summary) {
    for (Item child : below(summary)) {
      TaskId to = isSummary(child) ? start(child) : new TaskId(child.id());
      links.add(Link.finishToStart(new TaskId(summary + START), to));
    }
  }

  private void linkEnd(String summary) {
    for (Item child : below(summary)) {
      TaskId from = isSummary(child) ? end(child) : new TaskId(child.id());
      links.add(Link.finishToStart(from, new TaskId(summary + END)));
    }
  }

  private Task boundary(String id, String suffix, String words) {
    Item item = items.get(id);
    boolean start = suffix.equals(START);
    return new Task(
        new TaskId(id + suffix),
        words + (item == null ? id : item.name()),
        new Work.None(),
        List.of(),
        item == null ? new Constraint.AsSoonAsPossible() : constraint(item.wish(), start),
        start ? startProgress(id) : endProgress(id),
        null,
        start || item == null ? null : item.deadline());
  }

  private static Constraint constraint(Wish wish, boolean start) {
    return switch (wish.kind()) {
      case START_NOT_BEFORE, START_ON, START_NOT_AFTER ->
          start ? ItemTasks.constraint(wish) : new Constraint.AsSoonAsPossible();
      case FINISH_NOT_BEFORE, FINISH_ON, FINISH_NOT_AFTER ->
          start ? new Constraint.AsSoonAsPossible() : ItemTasks.constraint(wish);
      case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE -> new Constraint.AsSoonAsPossible();
    };
  }

  /// A summary has begun when something below it has.
  private Progress startProgress(String summary) {
    return progress(summary).stream()
        .map(SummaryBoundaries::begun)
        .flatMap(Optional::stream)
        .min(LocalDateTime::compareTo)
        .<Progress>map(at -> new Progress.Done(at, at))
        .orElseGet(Progress.NotStarted::new);
  }

  private static Optional<LocalDateTime> begun(Progress progress) {
    return switch (progress) {
      case Progress.Done done -> Optional.of(done.start());
      case Progress.Started started -> Optional.of(started.at());
      case Progress.NotStarted _ -> Optional.empty();
    };
  }

  /// A summary is done when everything below it is.
  private Progress endProgress(String summary) {
    LocalDateTime last = null;
    for (Progress progress : progress(summary)) {
      if (!(progress instanceof Progress.Done done)) {
        return new Progress.NotStarted();
      }
      last = last == null || done.finish().isAfter(last) ? done.finish() : last;
    }
    return last == null ? new Progress.NotStarted() : new Progress.Done(last, last);
  }

  private Collection<Progress> progress(String summary) {
    return leavesBelow(summary).stream()
        .map(item -> progressOf(item.id()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Progress> progressOf(String leaf) {
    @Nullable Task task = leaves.get(new TaskId(leaf));
    return Optional.ofNullable(task).map(Task::progress);
  }

  private List<Item> leavesBelow(String summary) {
    var leavesBelow = new ArrayList<Item>();
    Deque<Item> open = new ArrayDeque<>(below(summary));
    while (!open.isEmpty()) {
      Item item = open.pop();
      if (isSummary(item)) {
        below(item.id()).forEach(open::push);
      } else {
        leavesBelow.add(item);
      }
    }
    return leavesBelow;
  }

  private List<Item> below(String summary) {
    return children.getOrDefault(summary, List.of());
  }
}
