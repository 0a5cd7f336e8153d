package dev.linchpin.access.web;

import static java.util.stream.Collectors.joining;

import dev.linchpin.access.Account;
import dev.linchpin.access.Role;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `users.jte` shows, from top to bottom.
///
/// @param next address of the next accounts; null at the end
public record UsersView(
    List<Row> rows, String shown, @Nullable String next, AddUserForm form, Problems problems) {

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

  static UsersView of(Slice<Account> accounts, AddUserForm form, Problems problems) {
    return new UsersView(
        accounts.rows().stream().map(Row::of).toList(),
        accounts.shown(),
        accounts.next() == null ? null : "/admin/users?after=" + accounts.next(),
        form,
        problems);
  }
}
