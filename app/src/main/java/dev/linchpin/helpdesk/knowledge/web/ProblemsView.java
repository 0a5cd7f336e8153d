package dev.linchpin.helpdesk.knowledge.web;

import java.util.List;
import java.util.Map;

/// What `problem-list.jte` shows.
///
/// @param tabs address to name
public record ProblemsView(
    String words, Map<String, String> tabs, String here, boolean mayWrite, List<Row> rows) {

  public record Row(
      String address,
      String ref,
      String title,
      String kind,
      String state,
      int open,
      int incidents,
      String lead) {}
}
