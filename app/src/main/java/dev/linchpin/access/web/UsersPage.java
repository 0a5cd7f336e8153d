package dev.linchpin.access.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Account;
import dev.linchpin.access.AccountId;
import dev.linchpin.access.Accounts;
import dev.linchpin.access.Email;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Role;
import dev.linchpin.access.Users;
import dev.linchpin.access.Who;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Notice;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Accounts, for admins: add, invite, change roles, disable.
@Controller
class UsersPage {
  private static final int ROWS_MAX = 200;

  private final Access access;
  private final Accounts accounts;
  private final Users users;

  UsersPage(Access access, Accounts accounts, Users users) {
    this.access = access;
    this.accounts = accounts;
    this.users = users;
  }

  @GetMapping("/admin/users")
  View show(Who who, @RequestParam(defaultValue = "") String after) {
    access.require(who, Permission.ADMINISTER);
    return list(AddUserForm.fresh(), new Problems(), after);
  }

  @PostMapping("/admin/users")
  View add(Who who, AddUserForm form) {
    access.require(who, Permission.ADMINISTER);
    var problems = new Problems();
    Fields.name(form.name(), problems);
    Optional<Email> email = Fields.email(form.email(), problems);
    needsRole(form.roles(), problems);
    if (problems.any() || email.isEmpty()) {
      return list(form, problems).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return users
        .add(who, form.name(), email.get(), form.roles())
        .map(path -> invited(form.name(), path))
        .orElseGet(() ->
            list(form, problems.add("email", "This address has an account already."))
                .with(HttpStatus.UNPROCESSABLE_CONTENT));
  }

  @GetMapping("/admin/users/{id}")
  View show(Who who, @PathVariable UUID id) {
    access.require(who, Permission.ADMINISTER);
    return one(account(id), new Problems());
  }

  @PostMapping("/admin/users/{id}")
  View change(
      Who who,
      @PathVariable UUID id,
      @RequestParam(required = false) Set<Role> roles,
      @RequestParam(defaultValue = "false") boolean enabled,
      HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    Account account = account(id);
    Set<Role> chosen = roles == null ? Set.of() : roles;
    var problems = new Problems();
    needsRole(chosen, problems);
    if (!problems.any() && !users.change(who, account, chosen, enabled)) {
      problems.add("roles", "This is the last admin. Make somebody else an admin first.");
    }
    if (problems.any()) {
      return one(account, problems).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Notice.of("The account of %s is changed.".formatted(account.name())).keep(request);
    return Going.to("/admin/users");
  }

  @PostMapping("/admin/users/{id}/invitation")
  View invite(Who who, @PathVariable UUID id) {
    access.require(who, Permission.ADMINISTER);
    Account account = account(id);
    return invited(account.name(), users.invite(who, account));
  }

  private Account account(UUID id) {
    return accounts
        .find(new AccountId(id))
        .orElseThrow(() -> new NotThere("There is no such account."));
  }

  private static void needsRole(Set<Role> roles, Problems problems) {
    if (roles.isEmpty()) {
      problems.add("roles", "Choose at least one role.");
    }
  }

  private Page list(AddUserForm form, Problems problems) {
    return list(form, problems, "");
  }

  private Page list(AddUserForm form, Problems problems, String after) {
    String title = problems.any() ? "Error: Users" : "Users";
    Slice<Account> shown =
        Slice.of(accounts.all(), account -> account.id().toString(), after, ROWS_MAX);
    var view = UsersView.of(shown, form, problems);
    return Page.of("access/web/users.jte", title, null, view);
  }

  private static Page one(Account account, Problems problems) {
    String title = problems.any() ? "Error: " + account.name() : account.name();
    var view = new UserView(UsersView.Row.of(account), account.roles(), problems);
    return Page.of("access/web/user.jte", title, null, view);
  }

  private static Page invited(String name, String path) {
    String address =
        ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
    return Page.of("access/web/invited.jte", "Invitation", null, new InvitedView(name, address));
  }
}
