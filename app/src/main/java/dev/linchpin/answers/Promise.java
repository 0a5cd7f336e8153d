package dev.linchpin.answers;

import dev.linchpin.planning.Chance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A date somebody was told.
///
/// @param ref what it is about
/// @param toldTo who was told
/// @param by the date as told, a day in `zone`
/// @param words what could be read out at that moment
/// @param chance that it would be done on `by` or before; null where no forecast said so
/// @param forecast id of the kept forecast it comes from; null where there was none
/// @param state of the answer at that moment
/// @param toldBy the teller's name; "Linchpin" for what it tells by itself
public record Promise(
    UUID id,
    Ref ref,
    Hearer toldTo,
    Channel channel,
    LocalDate by,
    String words,
    @Nullable Chance chance,
    @Nullable String forecast,
    AnswerState state,
    Instant toldAt,
    String toldBy,
    ZoneId zone) {}
