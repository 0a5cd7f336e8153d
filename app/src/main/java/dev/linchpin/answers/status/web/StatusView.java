package dev.linchpin.answers.status.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `status.jte` shows, from top to bottom: what everybody may see.
///
/// @param organisation empty when it has no name
/// @param department empty on the page for everybody
/// @param kind of the pill beside the headline
/// @param departments address to name
public record StatusView(
    String organisation,
    String department,
    String headline,
    String kind,
    String state,
    List<Trouble> troubles,
    List<Work> work,
    Map<String, String> departments,
    String feed,
    String at) {

  public record Trouble(String title, String text) {}

  /// @param address where somebody says that they want to hear of changes
  public record Work(String title, String words, String address) {}

  /// What `door.jte` shows: whether it is open, and what links in mails begin with.
  ///
  /// @param departments id to name
  /// @param shown ids of those that have a page
  public record Door(
      boolean isOpen,
      Map<String, String> departments,
      List<String> shown,
      String site,
      String networks,
      Problems problems) {}

  /// What `outside.jte` shows: whether one thing is said outside.
  ///
  /// @param said what is said now; empty while it is not
  /// @param hindrance why it cannot be said outside; empty when it can
  public record OutsideForm(
      Map<String, String> crumbs,
      String title,
      String action,
      String said,
      String say,
      String hindrance,
      String outsideTitle,
      Map<String, String> departments,
      List<String> chosen,
      boolean isOpen,
      Problems problems) {}
}
