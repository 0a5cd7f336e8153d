package dev.linchpin.helpdesk.levels;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a service level asks for a ticket of one service and priority.
///
/// @param answer counted time until the first answer; null asks for none
/// @param resolve counted time until it is resolved; null asks for none
/// @param vendorPauses whether time stands still while a vendor has to do something
public record Terms(
    @Nullable Duration answer,
    @Nullable Duration resolve,
    ServiceHours hours,
    boolean vendorPauses) {}
