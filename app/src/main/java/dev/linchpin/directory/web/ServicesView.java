package dev.linchpin.directory.web;

import java.util.List;

/// What `services.jte` shows, from top to bottom.
public record ServicesView(String sentence, List<Row> rows, boolean mayChange) {
  /// One service.
  ///
  /// @param goTo empty is a gap
  /// @param standIn empty is a gap
  public record Row(String address, String name, String department, String goTo, String standIn) {}
}
