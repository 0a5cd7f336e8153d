package dev.linchpin.answers;

import java.time.Instant;

/// Told when somebody who was told dates asked to be forgotten.
///
/// @param mail in lower case
public record HearerForgotten(String mail, Instant at) {}
