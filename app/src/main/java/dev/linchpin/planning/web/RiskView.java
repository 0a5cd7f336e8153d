package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `risk.jte` shows.
///
/// @param facts what it says, for those who may not change it; empty otherwise
/// @param form null for those who may not change it
/// @param days what it costs in days, in sentences; empty when nobody asked
/// @param ask where to ask for it; null when it is known, or cannot be
public record RiskView(
    ProjectHead head,
    String heading,
    String sentence,
    Map<String, String> facts,
    @Nullable Form form,
    List<String> days,
    @Nullable String ask,
    Problems problems) {
  public RiskView {
    days = List.copyOf(days);
  }

  /// The fields and what may be chosen in them.
  ///
  /// @param causes that other risks of the project name
  /// @param currency null for those who may not see money
  public record Form(
      String action,
      String back,
      RiskForm typed,
      Map<String, String> tasks,
      Map<String, String> kinds,
      Map<String, String> ties,
      Map<String, String> people,
      Map<String, String> states,
      List<String> causes,
      @Nullable String currency) {}
}
