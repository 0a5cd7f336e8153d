package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.DayRange;
import org.jspecify.annotations.Nullable;

/// Days on which a person does no work here.
///
/// @param days first and last day, both included
/// @param standIn who answers meanwhile for whatever names no stand-in of its own
public record Leave(
    LeaveId id, PersonId person, DayRange days, Kind kind, @Nullable PersonId standIn) {
  /// Why, as far as others may know. Illness is `AWAY`: the reason stays with the person.
  public enum Kind {
    VACATION("Vacation"),
    TRAINING("Training"),
    ELSEWHERE("Works elsewhere"),
    AWAY("Away");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public Leave {
    require(!person.equals(standIn), "The stand-in is another person.");
  }

  public static Leave of(LeaveId id, PersonId person, DayRange days, Kind kind) {
    return new Leave(id, person, days, kind, null);
  }
}
