package dev.linchpin.access;

import dev.linchpin.platform.Audit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes of accounts, each with its line in the audit trail and its effect on open sessions.
@Component
public class Users {
  private final Accounts accounts;
  private final Invitations invitations;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;

  Users(
      Accounts accounts,
      Invitations invitations,
      Passwords passwords,
      Sessions sessions,
      Audit audit) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  /// Adds an account.
  ///
  /// @return the path of its invitation; empty when the e-mail address has an account already
  @Transactional
  public Optional<String> add(Who admin, String name, Email email, Set<Role> roles) {
    Optional<AccountId> added = accounts.add(name, email, roles);
    added.ifPresent(
        id -> audit.add(admin.name(), "added an account", "account " + email, words(roles)));
    return added.map(invitations::invite);
  }

  /// Makes a new invitation: whoever reads it sets a new password. Older ones end.
  @Transactional
  public String invite(Who admin, Account account) {
    audit.add(admin.name(), "made an invitation", "account " + account.email(), "");
    return invitations.invite(account.id());
  }

  /// Sets roles, and whether the account may sign in. Disabling ends its sessions.
  ///
  /// @return false, and nothing changed, when nobody could administer Linchpin afterwards
  @Transactional
  public boolean change(Who admin, Account account, Set<Role> roles, boolean enabled) {
    if (!accounts.change(account.id(), roles, enabled)) {
      return false;
    }
    if (!enabled) {
      sessions.endAll(account.id());
    }
    String ref = "account " + account.email();
    if (!roles.equals(account.roles())) {
      String change = words(account.roles()) + " → " + words(roles);
      audit.add(admin.name(), "changed roles", ref, change);
    }
    if (enabled != account.enabled()) {
      audit.add(admin.name(), enabled ? "enabled an account" : "disabled an account", ref, "");
    }
    return true;
  }

  /// Sets the own password and signs out everywhere.
  @Transactional
  public void setPassword(Who who, String password) {
    accounts.setPasswordHash(who.account(), passwords.hash(password));
    sessions.endAll(who.account());
    audit.add(who.name(), "changed the password", "account " + who.email(), "");
  }

  /// Sets the own name.
  @Transactional
  public void rename(Who who, String name) {
    accounts.rename(who.account(), name);
    String change = who.name() + " → " + name;
    audit.add(who.name(), "changed the name", "account " + who.email(), change);
  }

  /// Signs out everywhere.
  @Transactional
  public void signOutEverywhere(Who who) {
    sessions.endAll(who.account());
    audit.add(who.name(), "signed out everywhere", "account " + who.email(), "");
  }

  private static String words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
  }
}
