package dev.linchpin.access.web;

/// What `invited.jte` shows, from top to bottom.
///
/// @param address shown only now
public record InvitedView(String name, String address) {}
