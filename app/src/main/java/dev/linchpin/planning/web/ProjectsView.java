package dev.linchpin.planning.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `projects.jte` shows, from top to bottom.
///
/// @param name the words the list is filtered by
/// @param state the state it is filtered by; empty for all
/// @param shown which of how many
/// @param next address of the next ones; null at the end
/// @param any false when there is no project at all
public record ProjectsView(
    String headline,
    String problem,
    boolean mayStart,
    boolean any,
    String name,
    String state,
    Map<String, String> states,
    List<Row> rows,
    String shown,
    @Nullable String next) {

  /// One project.
  ///
  /// @param kind of the state's pill
  /// @param by the by-date as it is said
  /// @param untold how far what people believe is from that; empty when everybody knows
  /// @param iso the by-date for programs; empty when there is none
  public record Row(
      String address,
      String key,
      String name,
      String kind,
      String state,
      String by,
      String iso,
      String changed,
      String untold,
      String next,
      String goTo,
      boolean confidential) {}
}
