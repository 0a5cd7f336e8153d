package dev.linchpin.access;

import static dev.linchpin.platform.Checks.require;

import java.util.Set;

/// Who asks: an argument of every page and API method.
///
/// @param email empty for an API token that nobody's account stands behind
/// @param roles at least one
public record Who(AccountId account, String name, String email, Set<Role> roles) {
  public Who {
    require(!name.isBlank(), "Whoever asks has a name.");
    require(!roles.isEmpty(), "Whoever asks has a role.");
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
