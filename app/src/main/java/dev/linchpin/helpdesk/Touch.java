package dev.linchpin.helpdesk;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// One moment at which somebody had a ticket in hands.
///
/// @param at wall-clock time where the work was done
/// @param assignee who had it, as written; empty when nobody
/// @param team the group it lay with, as written; empty when unknown
/// @param logged working time somebody wrote down for this moment; null where nobody did
public record Touch(LocalDateTime at, String assignee, String team, @Nullable Duration logged) {}
