package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `problem-form.jte` shows.
///
/// @param clashes parts that somebody else changed meanwhile; empty when nobody did
public record ProblemFormView(
    String title,
    String action,
    String back,
    ProblemForm form,
    Map<String, String> services,
    List<ClashRow> clashes,
    Problems problems) {}
