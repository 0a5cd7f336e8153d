package dev.linchpin.answers.web;

import java.util.List;
import java.util.Map;

/// What `corrections.jte` shows, from top to bottom.
///
/// @param tabs address to name
public record CorrectionsView(Map<String, String> tabs, String headline, List<Group> groups) {

  /// The corrections of one project.
  ///
  /// @param untold how far off people are; empty when nobody is
  /// @param unsure why nothing new is compared; empty while it is
  /// @param seen moment of this page: what moves later is not approved with it
  /// @param waiting how many lines one click approves
  /// @param laterDays what the project wants instead of the usual; may be empty
  /// @param more how many lines are not shown; empty when all are
  public record Group(
      String key,
      String name,
      String untold,
      String unsure,
      String seen,
      int waiting,
      List<LineView> lines,
      String more,
      String laterDays,
      boolean byItself) {}

  /// What one person would be told.
  ///
  /// @param believes what they were told, when and how
  /// @param knows what we know
  /// @param way how it goes
  /// @param isOpen whether it waits for a decision or a call
  public record LineView(
      String id,
      String version,
      String hearer,
      String hearerAddress,
      String about,
      String believes,
      String knows,
      String way,
      boolean byMail,
      String pill,
      String state,
      boolean isOpen,
      String words) {}
}
