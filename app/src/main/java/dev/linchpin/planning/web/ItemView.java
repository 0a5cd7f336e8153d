package dev.linchpin.planning.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `item.jte` shows.
///
/// @param removal where to remove it; null for a new one
public record ItemView(
    ProjectHead head,
    String heading,
    String action,
    String back,
    ItemForm form,
    Map<String, String> tasks,
    String currency,
    @Nullable String removal,
    Problems problems) {}
