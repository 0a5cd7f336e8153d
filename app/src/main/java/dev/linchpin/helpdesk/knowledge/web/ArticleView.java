package dev.linchpin.helpdesk.knowledge.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `article.jte` shows.
///
/// @param kind of its pill
/// @param notice that it is old, or an earlier version; empty when it is not
/// @param edit null for those who may not
/// @param history empty for those who do not work on tickets
public record ArticleView(
    String ref,
    String title,
    String kind,
    String state,
    String notice,
    @Nullable String edit,
    Content text,
    Map<String, String> facts,
    List<HistoryRow> history) {}
