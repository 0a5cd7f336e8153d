package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What `conflict.jte` shows when two people edited the same thing: both values, mine first, and a
/// form that saves mine after all.
///
/// @param action where the form goes
/// @param mine every field of my form, with the version that is there now
/// @param back the page as the other one left it
public record Conflict(
    String what, List<Row> rows, String action, Map<String, String> mine, String back) {
  /// One field in which the two differ.
  public record Row(String label, String mine, String theirs) {}

  static Conflict of(String what, String action, String back) {
    return new Conflict(what, new ArrayList<>(), action, new LinkedHashMap<>(), back);
  }

  /// @param sent what the form takes
  /// @param shown the same for people
  Conflict field(String name, String label, String sent, String shown, String theirs) {
    mine.put(name, sent);
    if (!shown.equals(theirs)) {
      rows.add(new Row(label, shown, theirs));
    }
    return this;
  }

  Conflict field(String name, String label, String sent, String theirs) {
    return field(name, label, sent, sent, theirs);
  }

  Page page(String versionName, String version, @Nullable Place place) {
    mine.put(versionName, version);
    return Page.of("directory/web/conflict.jte", "Two changes at once", place, this)
        .with(HttpStatus.CONFLICT);
  }
}
