package dev.linchpin.access.web;

import dev.linchpin.web.shell.Problems;

/// What `invitation.jte` shows, from top to bottom.
///
/// @param address where the form goes
public record InvitationView(String address, String name, String email, Problems problems) {}
