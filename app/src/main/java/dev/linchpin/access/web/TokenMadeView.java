package dev.linchpin.access.web;

/// What `token-made.jte` shows, from top to bottom.
///
/// @param text the token itself, shown only now
public record TokenMadeView(String name, String text, long days) {}
