package dev.linchpin.planning;

import dev.linchpin.access.Who;
import java.util.List;
import java.util.Map;

/// Whoever knows what is answered about a project. Planning asks, so that its pages say the same
/// date in the same words as the answer card.
public interface AnswerSource {
  /// The answer about each project.
  ///
  /// @param projects such as this person may read
  Map<ProjectKey, ShortAnswer> answers(Who who, List<Project> projects, AskedAt asked);
}
