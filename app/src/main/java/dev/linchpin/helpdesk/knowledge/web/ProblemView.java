package dev.linchpin.helpdesk.knowledge.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `problem.jte` shows, from top to bottom.
///
/// @param workaround null while there is none; as Markdown makes it
/// @param address of the page, for those who may change it; null for others
public record ProblemView(
    String ref,
    String title,
    String kind,
    String state,
    String headline,
    @Nullable String address,
    boolean isOpen,
    @Nullable Content workaround,
    @Nullable Content cause,
    @Nullable Content text,
    Map<String, String> facts,
    List<Incident> incidents,
    List<HistoryRow> history) {

  public record Incident(
      String address, String number, String title, String kind, String state, String caller) {}
}
