package dev.linchpin.answers.status;

import java.time.Instant;

/// A major incident as everybody may see it.
///
/// @param what the service that has it; empty when nobody said
/// @param next until when people were promised to hear
public record Trouble(String what, Instant since, Instant next) {}
