package dev.linchpin.directory;

/// Told when hours, holidays, leave or people changed, so every forecast may have moved. May be
/// told twice.
public record WorkingTimeChanged() {}
