package dev.linchpin.helpdesk.knowledge;

import java.util.List;
import java.util.Map;

/// What came of writing an article or a problem.
public sealed interface Putting {
  /// @param version it has now
  record Put(int version) implements Putting {}

  /// It was like that already.
  record Same() implements Putting {}

  /// Somebody else changed the same part meanwhile. Nothing was saved.
  ///
  /// @param merged what it would say with all of yours and, where you changed nothing, theirs
  /// @param version it has now
  record Clashed(List<Clash> clashes, Map<Part, String> merged, int version) implements Putting {
    public Clashed {
      clashes = List.copyOf(clashes);
      merged = Map.copyOf(merged);
    }
  }

  /// @param before what it was when the first of the two looked
  record Clash(Part part, String before, String theirs, String yours, String by) {}
}
