package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `rates.jte` shows.
///
/// @param code of the currency as somebody typed it
public record RatesView(
    List<Row> rows,
    boolean mayChange,
    String action,
    RateForm form,
    Map<String, String> choices,
    String currency,
    String code,
    Problems problems) {
  public record Row(String whose, String from, String perHour, String removal) {}
}
