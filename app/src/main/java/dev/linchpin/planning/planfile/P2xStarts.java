package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import dev.linchpin.planning.planfile.PlanFile.Wish;
import dev.linchpin.planning.planfile.PlanFile.WishKind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// ProTrack lets the planner drag an activity to any later day and keeps nothing but that day. So
/// an activity that starts later than its relations ask for is taken to start not before then.
final class P2xStarts {
  private final P2xAgenda agenda;
  private final Map<String, Item> items;
  private final Map<String, List<Relation>> to;

  P2xStarts(P2xAgenda agenda, Map<String, Item> items, List<Relation> relations) {
    this.agenda = agenda;
    this.items = items;
    this.to = relations.stream().collect(Collectors.groupingBy(Relation::to));
  }

  List<Item> placed() {
    return items.values().stream().map(this::placed).toList();
  }

  private Item placed(Item item) {
    LocalDateTime start = item.planned().start();
    return start != null && item.wish().equals(Wish.NONE) && isDragged(item, start)
        ? item.with(new Wish(WishKind.START_NOT_BEFORE, start))
        : item;
  }

  private boolean isDragged(Item item, LocalDateTime start) {
    return to.getOrDefault(item.id(), List.of()).stream()
        .map(relation -> earliest(relation, start))
        .flatMap(Optional::stream)
        .allMatch(earliest -> earliest.isBefore(start));
  }

  /// When the relation lets its later task start; a relation to its finish, or with a lead, is
  /// taken as the reason for where it lies.
  private Optional<LocalDateTime> earliest(Relation relation, LocalDateTime lies) {
    Item from = items.get(relation.from());
    Duration lag = relation.lag().time();
    if (from == null || from.planned().start() == null || from.planned().finish() == null) {
      return Optional.empty();
    }
    if (lag.isNegative()) {
      return Optional.of(lies);
    }
    return switch (relation.type()) {
      case FINISH_TO_START -> Optional.of(agenda.start(from.planned().finish(), lag));
      case START_TO_START -> Optional.of(agenda.start(from.planned().start(), lag));
      case FINISH_TO_FINISH, START_TO_FINISH -> Optional.of(lies);
    };
  }
}
