package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.web.shell.Problems;
import java.util.List;
import java.util.Map;

/// What `article-form.jte` shows.
///
/// @param clashes parts that somebody else changed meanwhile; empty when nobody did
public record ArticleFormView(
    String title,
    String action,
    String back,
    ArticleForm form,
    Map<String, String> states,
    Map<String, String> audiences,
    List<ClashRow> clashes,
    Problems problems) {}
