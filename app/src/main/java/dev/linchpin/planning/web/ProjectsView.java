package dev.linchpin.planning.web;

import java.util.List;
import java.util.Map;

/// What `projects.jte` shows, from top to bottom.
///
/// @param name the words the list is filtered by
/// @param state the state it is filtered by; empty for all
/// @param any false when there is no project at all
public record ProjectsView(
    String headline,
    String problem,
    boolean mayStart,
    boolean any,
    String name,
    String state,
    Map<String, String> states,
    List<Row> rows) {

  /// One project.
  ///
  /// @param by the by-date, or why there is none
  /// @param iso the by-date for programs; empty when there is none
  public record Row(
      String address,
      String key,
      String name,
      Health health,
      String by,
      String iso,
      String movement,
      String next,
      String goTo,
      boolean confidential) {}
}
