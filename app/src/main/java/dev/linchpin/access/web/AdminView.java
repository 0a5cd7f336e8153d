package dev.linchpin.access.web;

/// What `admin.jte` shows, from top to bottom.
///
/// @param admin whether more than the audit trail is open
public record AdminView(boolean admin) {}
