package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;

/// What `replies.jte` shows.
public record RepliesView(
    boolean mayChange,
    String variables,
    List<Row> rows,
    String name,
    String text,
    Problems problems) {
  public record Row(String name, String text, String change, String removal) {}
}
