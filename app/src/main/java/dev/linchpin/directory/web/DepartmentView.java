package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;

/// What `department.jte` shows, from top to bottom.
///
/// @param typed the name in the form
public record DepartmentView(
    String id,
    String name,
    String sentence,
    List<Link> people,
    List<Link> services,
    boolean mayChange,
    String typed,
    String version,
    Problems problems) {}
