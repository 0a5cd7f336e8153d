package dev.linchpin.access.web;

import static java.util.stream.Collectors.joining;

import dev.linchpin.access.Account;
import dev.linchpin.access.Role;
import dev.linchpin.web.shell.Problems;
import java.util.List;

/// What `users.jte` shows, from top to bottom.
public record UsersView(List<Row> rows, AddUserForm form, Problems problems) {

  /// One account.
  ///
  /// @param kind of the pill
  public record Row(
      String id,
      String name,
      String email,
      String roles,
      String kind,
      String state,
      boolean enabled) {
    static Row of(Account account) {
      String state =
          !account.enabled() ? "Disabled" : account.passwordSet() ? "Enabled" : "Invited";
      String kind = !account.enabled() ? "bad" : account.passwordSet() ? "good" : "open";
      return new Row(
          account.id().toString(),
          account.name(),
          account.email().value(),
          account.roles().stream().sorted().map(Role::label).collect(joining(", ")),
          kind,
          state,
          account.enabled());
    }
  }

  static UsersView of(List<Account> accounts, AddUserForm form, Problems problems) {
    return new UsersView(accounts.stream().map(Row::of).toList(), form, problems);
  }
}
