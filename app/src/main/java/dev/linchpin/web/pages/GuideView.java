package dev.linchpin.web.pages;

import gg.jte.Content;

/// What `guide.jte` shows.
///
/// @param text HTML made from our own Markdown
public record GuideView(String title, Content text) {}
