package dev.linchpin.planning;

import dev.linchpin.forecast.Schedule.Because;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Where a task or milestone lies in the levelled schedule, and what decided its start.
///
/// @param because see the engine's [Because]
/// @param waitsFor ref of the task that decided it; null when none did
/// @param person id of the person who decided it: a directory id, or "NET/name"; null when none did
/// @param window name of the window or freeze that decided it; null when none did
/// @param slack how much later it may lie before its project ends later; null when it is done
/// @param onChain whether it is on the critical chain to the end of its project
public record ScheduleLine(
    String ref,
    LocalDateTime start,
    LocalDateTime end,
    Because because,
    @Nullable String waitsFor,
    @Nullable String person,
    @Nullable String window,
    @Nullable Duration slack,
    boolean onChain) {}
