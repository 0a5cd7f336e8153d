package dev.linchpin.planning.web;

import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.Movements.Moved;
import dev.linchpin.planning.Project;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Why the dates of a project moved, for programs.
@RestController
class MovementApi {
  private final Heads heads;
  private final Milestones milestones;
  private final Movements movements;

  MovementApi(Heads heads, Milestones milestones, Movements movements) {
    this.heads = heads;
    this.milestones = milestones;
    this.movements = movements;
  }

  /// What one cause did to the dates; days are calendar days, later is above 0.
  record Step(String cause, long likelyDays, long byDays) {}

  /// How the date of a project or milestone moved since an earlier forecast. The steps add up.
  record Movement(String ref, Instant since, long byDays, List<Step> steps) {
    static Movement of(Moved moved) {
      List<Step> steps =
          moved.movement().steps().stream()
              .map(step ->
                  new Step(
                      step.cause().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                      step.likelyDays(),
                      step.byDays()))
              .toList();
      return new Movement(
          moved.ref(), moved.since(), steps.stream().mapToLong(Step::byDays).sum(), steps);
    }
  }

  /// All that moved.
  record All(List<Movement> movements) {}

  @GetMapping("/api/v1/projects/{key}/movement")
  All of(Who who, @PathVariable String key) {
    Project project = heads.load(who, key, Right.READ);
    Stream<String> refs =
        Stream.concat(
            Stream.of(project.ref()),
            milestones.open(List.of(project.key())).stream().map(one -> one.ref().toString()));
    return new All(refs.flatMap(ref -> movements.of(ref).stream()).map(Movement::of).toList());
  }
}
