package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `calendar.jte` shows, from top to bottom.
///
/// @param free the next days off at this site, public holidays and the organisation's
/// @param extra the organisation's own days; only on the main site's page
/// @param sites the other sites; only on the main site's page
/// @param action where the form goes
public record CalendarView(
    String heading,
    String sentence,
    List<Day> free,
    boolean main,
    List<Day> extra,
    List<Link> sites,
    boolean mayChange,
    String action,
    SiteForm form,
    ExtraDayForm dayForm,
    Problems problems,
    Map<String, String> countries,
    Map<String, String> parts) {
  /// What an extra day can be, in the order to choose from.
  public Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("off", "Day off");
    kinds.put("worked", "Working day");
    return kinds;
  }

  /// One day.
  public record Day(String iso, String day, String name) {}
}
