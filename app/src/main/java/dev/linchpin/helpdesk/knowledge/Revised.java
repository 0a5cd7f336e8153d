package dev.linchpin.helpdesk.knowledge;

import java.util.Map;

/// What people change part by part: an article or a problem.
public sealed interface Revised permits Article, Problem {
  /// Like "K-7".
  String ref();

  /// Like "an article".
  String what();

  /// Counts the changes.
  int version();

  /// What it says, part by part. A copy: changing it changes nothing.
  Map<Part, String> parts();
}
