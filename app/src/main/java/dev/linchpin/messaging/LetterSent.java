package dev.linchpin.messaging;

import java.time.Instant;

/// Told when the mail server took a letter. May be told twice.
///
/// @param once its sender's name for it
public record LetterSent(String once, Instant at) {}
