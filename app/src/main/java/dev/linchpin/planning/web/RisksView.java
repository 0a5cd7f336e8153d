package dev.linchpin.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `risks.jte` shows.
///
/// @param add where to add one; null for those who may not
/// @param open those that may still happen
/// @param closed those that happened or are gone
public record RisksView(
    ProjectHead head, String sentence, @Nullable String add, List<Row> open, List<Row> closed) {
  /// @param chance like "3 in 10 (30 %)"
  /// @param words like "unlikely"
  /// @param days what it costs in days; empty when nobody asked
  public record Row(
      String name,
      String address,
      String chance,
      String words,
      List<String> effects,
      String cause,
      String owner,
      String days,
      String stateKind,
      String state,
      List<String> oddities) {
    public Row {
      effects = List.copyOf(effects);
      oddities = List.copyOf(oddities);
    }
  }
}
