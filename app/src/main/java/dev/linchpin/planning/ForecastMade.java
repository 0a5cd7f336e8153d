package dev.linchpin.planning;

/// Told within the transaction that keeps a forecast.
public record ForecastMade(KeptForecast.Id forecast) {}
