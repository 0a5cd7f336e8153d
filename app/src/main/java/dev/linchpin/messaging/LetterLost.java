package dev.linchpin.messaging;

import java.time.Instant;

/// Told when a letter did not arrive: the mail server refused it for good, or it came back. May be
/// told twice, and after [LetterSent].
///
/// @param once its sender's name for it
/// @param why a sentence
public record LetterLost(String once, String recipient, String why, Instant at) {}
