package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;

/// What `closure.jte` shows: what was done, and the incidents that are still open.
public record ClosureView(
    String ref,
    String title,
    String address,
    String outcome,
    List<ProblemView.Incident> open,
    Problems problems) {}
