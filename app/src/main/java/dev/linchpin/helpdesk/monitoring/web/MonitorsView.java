package dev.linchpin.helpdesk.monitoring.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `monitors.jte` shows.
///
/// @param address where a new monitor sends to, told only now; empty when none was made
/// @param services id to name
public record MonitorsView(
    String address, List<Row> rows, Map<String, String> services, String name, Problems problems) {
  /// @param last when something came last
  /// @param problem what was wrong with it; empty when nothing was
  public record Row(String name, String service, String last, String problem, String revocation) {}
}
