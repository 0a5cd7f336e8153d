package dev.linchpin.access.web;

import dev.linchpin.web.shell.Problems;

/// What `setup.jte` shows, from top to bottom.
///
/// @param address where the form goes
public record SetupView(String address, SetupForm form, Problems problems) {}
