package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `queue.jte` shows.
///
/// @param services key to name
/// @param onCall address of who is on call; empty for a new queue
/// @param mayChange whether the form is shown; otherwise the facts are
public record QueueView(
    String heading,
    String action,
    boolean mayChange,
    String name,
    String people,
    Map<String, String> services,
    List<String> chosen,
    boolean rest,
    String version,
    String onCall,
    Map<String, String> facts,
    Problems problems) {}
