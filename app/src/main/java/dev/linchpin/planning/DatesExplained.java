package dev.linchpin.planning;

/// Told when it is known why the dates of a forecast moved. May be told twice.
public record DatesExplained(KeptForecast.Id forecast) {}
