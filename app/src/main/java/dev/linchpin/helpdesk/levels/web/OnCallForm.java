package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.levels.Rota;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody typed about who is on call.
///
/// @param people a name or address on each line, in their order
/// @param first day of the first hand-over
public record OnCallForm(
    @Nullable String people,
    @Nullable String first,
    @Nullable String handOver,
    @Nullable String version) {

  Optional<Rota> read(
      Who who, QueueId queue, List<Rota.Swap> swaps, Callers callers, Problems problems) {
    var persons = new ArrayList<PersonId>();
    for (String line : peopleText().lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        try {
          persons.add(callers.person(who, line));
        } catch (IllegalArgumentException no) {
          problems.add("people", Objects.requireNonNull(no.getMessage()));
        }
      }
    }
    LocalDate day = null;
    LocalTime time = null;
    try {
      day = LocalDate.parse(firstText());
    } catch (DateTimeParseException no) {
      problems.add("first", "Enter the day of the first hand-over, like 2027-03-01.");
    }
    try {
      time = LocalTime.parse(handOverText());
    } catch (DateTimeParseException no) {
      problems.add("handOver", "Enter the time of the hand-over, like 09:00.");
    }
    if (problems.any() || day == null || time == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Rota(queue, day, time, persons, swaps, Typed.version(version)));
    } catch (IllegalArgumentException no) {
      problems.add("people", Objects.requireNonNull(no.getMessage()));
      return Optional.empty();
    }
  }

  public String peopleText() {
    return LevelForm.text(people);
  }

  public String firstText() {
    return LevelForm.text(first);
  }

  public String handOverText() {
    return LevelForm.text(handOver);
  }

  public String versionText() {
    return LevelForm.text(version);
  }
}
