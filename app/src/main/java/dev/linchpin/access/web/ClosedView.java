package dev.linchpin.access.web;

/// What `closed.jte` shows, from top to bottom: a one-time address that does not open.
///
/// @param next what to do
public record ClosedView(String headline, String happened, String next) {}
