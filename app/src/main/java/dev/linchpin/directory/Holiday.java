package dev.linchpin.directory;

import java.time.LocalDate;

/// A day on which nobody works, with its name: "Good Friday", or what the organisation added.
public record Holiday(LocalDate day, String name) {}
