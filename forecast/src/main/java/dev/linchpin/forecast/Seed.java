package dev.linchpin.forecast;

/// Where chance comes from: the same seed and the same input give the same answer, anywhere.
public record Seed(long value) {}
