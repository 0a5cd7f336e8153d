package dev.linchpin.access;

import static dev.linchpin.platform.Checks.require;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody signs in with.
///
/// @param person who it is in the directory, where that is known
/// @param passwordSet whether the invitation was used
public record Account(
    AccountId id,
    String name,
    Email email,
    Set<Role> roles,
    boolean enabled,
    boolean passwordSet,
    @Nullable UUID person) {
  static final int NAME_MAX = 100;

  public Account {
    require(!name.isBlank(), "Enter a name.");
    require(name.length() <= NAME_MAX, "Enter a name of at most %d characters.", NAME_MAX);
    require(!roles.isEmpty(), "Choose at least one role.");
    roles = Set.copyOf(EnumSet.copyOf(roles));
  }

  Who who() {
    return new Who(id, name, email.value(), roles);
  }
}
