package dev.linchpin.helpdesk.knowledge.web;

import java.util.List;

/// What `knowledge.jte` shows.
///
/// @param due how many have to be read again; empty when none, or for those who cannot
public record KnowledgeView(
    String words, boolean mayWrite, boolean isDesk, String due, List<Row> rows) {

  public record Row(
      String address, String ref, String title, String kind, String state, String about) {}
}
