package dev.linchpin.helpdesk.web;

import java.util.List;

/// What `queues.jte` shows.
public record QueuesView(String headline, boolean mayChange, List<Row> rows) {
  /// @param tickets address of its open tickets
  public record Row(
      String address,
      String name,
      String people,
      String services,
      String onCall,
      String rota,
      String tickets) {}
}
