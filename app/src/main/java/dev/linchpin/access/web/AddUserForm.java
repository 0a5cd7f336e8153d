package dev.linchpin.access.web;

import dev.linchpin.access.Role;
import java.util.Set;

/// What the form for a new account holds, as typed.
public record AddUserForm(String name, String email, Set<Role> roles) {
  public AddUserForm {
    name = Fields.text(name);
    email = Fields.text(email);
    roles = roles == null ? Set.of() : Set.copyOf(roles);
  }

  static AddUserForm fresh() {
    return new AddUserForm("", "", Set.of());
  }
}
