package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `person.jte` shows, from top to bottom.
///
/// @param facts department, site, working hours
/// @param past leave that is over, newest first
/// @param kinds what leave can be
/// @param standIns who can answer during the leave
public record PersonView(
    String id,
    String name,
    String sentence,
    String email,
    String phone,
    Map<String, String> facts,
    List<Link> goToFor,
    List<Link> standInFor,
    List<LeaveRow> leave,
    List<LeaveRow> past,
    boolean mayChange,
    LeaveForm form,
    Problems problems,
    Map<String, String> kinds,
    Map<String, String> standIns) {}
