package dev.linchpin.answers;

import dev.linchpin.answers.Promises.Told;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise.Of;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.PromiseSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The dates people were told, for the schedule: the more people believe a date, the more it
/// weighs.
@Component
class ToldDates implements PromiseSource {
  private static final int WEIGHT_MAX = 1_000;

  private final Promises promises;

  ToldDates(Promises promises) {
    this.promises = promises;
  }

  @Override
  public List<dev.linchpin.forecast.Promise> promises(
      Collection<ProjectKey> projects, LocalDate asOf) {
    Set<String> keys = projects.stream().map(ProjectKey::value).collect(Collectors.toSet());
    return promises.believed(asOf).stream()
        .flatMap(told -> of(told, keys).stream().map(of -> promise(told, of)))
        .toList();
  }

  private static dev.linchpin.forecast.Promise promise(Told told, Of of) {
    return new dev.linchpin.forecast.Promise(
        of, told.by(), false, Math.min(told.people(), WEIGHT_MAX));
  }

  private static Optional<Of> of(Told told, Set<String> keys) {
    return switch (Ref.parse(told.ref()).orElse(null)) {
      case Ref.OfProject project when keys.contains(project.key()) ->
          Optional.of(new Of.AProject(new ProjectId(project.key())));
      case Ref.OfMilestone milestone when keys.contains(milestone.key()) ->
          Optional.of(new Of.ATask(new TaskId(told.ref())));
      case null, default -> Optional.empty();
    };
  }
}
