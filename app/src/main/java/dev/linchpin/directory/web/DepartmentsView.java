package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;

/// What `departments.jte` shows, from top to bottom.
///
/// @param name what was typed into the form
public record DepartmentsView(
    String sentence, List<Row> rows, boolean mayChange, String name, Problems problems) {
  /// One department.
  public record Row(String address, String name, int people, int services) {}
}
