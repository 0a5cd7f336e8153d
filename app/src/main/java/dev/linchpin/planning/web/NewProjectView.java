package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;

/// What `new-project.jte` shows.
public record NewProjectView(String name, String key, boolean asksKey, Problems problems) {}
