package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.planning.Chance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A date somebody was told.
///
/// @param ref what it is about
/// @param toldTo as the teller writes it: "Mia in Sales"
/// @param by the date as told, a day in `zone`
/// @param words what could be read out at that moment
/// @param chance that it would be done on `by` or before; null where no forecast said so
/// @param forecast id of the kept forecast it comes from; null where there was none
/// @param state of the answer at that moment
/// @param toldBy the teller's name
public record Promise(
    UUID id,
    Ref ref,
    String toldTo,
    Channel channel,
    LocalDate by,
    String words,
    @Nullable Chance chance,
    @Nullable String forecast,
    AnswerState state,
    Instant toldAt,
    String toldBy,
    ZoneId zone) {
  public static final int TOLD_TO_MAX = 120;

  public Promise {
    require(!toldTo.isBlank(), "Enter who was told, like \"Mia in Sales\".");
    require(toldTo.length() <= TOLD_TO_MAX, "Keep the name to %d characters.", TOLD_TO_MAX);
  }
}
