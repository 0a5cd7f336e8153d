package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;

/// What `import.jte` shows: a form for a file.
///
/// @param into key of the project whose plan it replaces; empty for a new project
public record ImportView(String into, Problems problems) {}
