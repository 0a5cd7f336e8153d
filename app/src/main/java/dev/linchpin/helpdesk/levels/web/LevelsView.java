package dev.linchpin.helpdesk.levels.web;

import java.util.List;

/// What `levels.jte` shows.
public record LevelsView(boolean mayChange, List<Row> rows) {
  /// @param times "critical: answer in 30 m, resolve in 4 h", a line each
  public record Row(
      String address, String service, String hours, List<String> times, List<String> steps) {}
}
