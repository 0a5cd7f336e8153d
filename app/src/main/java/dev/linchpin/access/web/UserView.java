package dev.linchpin.access.web;

import dev.linchpin.access.Role;
import dev.linchpin.web.shell.Problems;
import java.util.Set;

/// What `user.jte` shows, from top to bottom.
public record UserView(UsersView.Row row, Set<Role> roles, Problems problems) {}
