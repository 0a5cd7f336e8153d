package dev.linchpin.web.pages;

/// What `error.jte` shows, from top to bottom.
///
/// @param signIn whether signing in is what to do
/// @param id what the log calls it; empty if it is not in the log
public record ErrorView(
    String title, String happened, String works, String next, boolean signIn, String id) {}
