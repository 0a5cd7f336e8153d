package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.levels.Rota;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.web.shell.Problems;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody typed about who takes over for a while.
public record SwapForm(@Nullable String person, @Nullable String begins, @Nullable String ends) {
  static final SwapForm EMPTY = new SwapForm("", "", "");

  Optional<Rota.Swap> read(Who who, Callers callers, Problems problems) {
    LocalDateTime from = moment("begins", begins, problems);
    LocalDateTime to = moment("ends", ends, problems);
    try {
      var id = callers.person(who, personText());
      return from == null || to == null
          ? Optional.empty()
          : Optional.of(new Rota.Swap(UUID.randomUUID(), from, to, id));
    } catch (IllegalArgumentException no) {
      boolean ofTimes = from != null && to != null && !from.isBefore(to);
      problems.add(ofTimes ? "ends" : "person", Objects.requireNonNull(no.getMessage()));
      return Optional.empty();
    }
  }

  private static @Nullable LocalDateTime moment(
      String field, @Nullable String typed, Problems problems) {
    try {
      return LocalDateTime.parse(LevelForm.text(typed));
    } catch (DateTimeParseException no) {
      problems.add(field, "Enter day and time, like 2027-03-01T09:00.");
      return null;
    }
  }

  public String personText() {
    return LevelForm.text(person);
  }

  public String beginsText() {
    return LevelForm.text(begins);
  }

  public String endsText() {
    return LevelForm.text(ends);
  }
}
