package dev.linchpin.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `people.jte` shows, from top to bottom.
///
/// @param words what the list is narrowed to; empty for all
/// @param gaps subjects that lack somebody: the address, and what is missing
/// @param shown which of how many
/// @param next address of the next ones; null at the end
public record PeopleView(
    String sentence,
    List<Link> gaps,
    String words,
    List<Row> rows,
    String shown,
    @Nullable String next,
    boolean mayChange) {
  /// One person.
  ///
  /// @param presence like "in today until 17:00"
  /// @param leave the one that is on or comes next; null for none
  public record Row(
      String address,
      String name,
      String title,
      String department,
      boolean atWork,
      String presence,
      List<Link> goToFor,
      @Nullable LeaveRow leave) {
    boolean mentions(String words) {
      String all = name + " " + title + " " + department + " " + goToFor;
      return all.toLowerCase(java.util.Locale.ROOT)
          .contains(words.toLowerCase(java.util.Locale.ROOT));
    }
  }
}
