package dev.linchpin.planning.web;

import java.util.List;

/// What `windows.jte` shows, from top to bottom.
///
/// @param mayChange whether there is a way to change them
public record WindowsView(List<Row> rows, boolean mayChange) {
  /// @param address of its form
  /// @param tasks how many tasks are done within it, in words
  public record Row(
      String name,
      String address,
      List<String> open,
      List<String> freezes,
      String lead,
      String tasks) {}
}
