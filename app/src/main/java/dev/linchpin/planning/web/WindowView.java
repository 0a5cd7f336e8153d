package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import org.jspecify.annotations.Nullable;

/// What `window.jte` shows, from top to bottom.
///
/// @param sentence what the window does today
/// @param action where the form goes; null for those who may only read
/// @param removal where it is removed; null when it is new, in use or only read
public record WindowView(
    String heading,
    String sentence,
    WindowForm form,
    @Nullable String action,
    @Nullable String removal,
    Problems problems) {}
