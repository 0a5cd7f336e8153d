package dev.linchpin.answers;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Role;
import dev.linchpin.access.Who;
import java.util.Set;
import java.util.UUID;

/// Who told a date.
///
/// @param account of a person, or [#LINCHPIN]'s
public record Teller(AccountId account, String name) {
  /// What pages, feeds and corrections tell by themselves.
  public static final Teller LINCHPIN = new Teller(new AccountId(new UUID(0, 0)), "Linchpin");

  /// As whom it reads answers to tell them: channels decide who may hear what.
  static final Who READER =
      new Who(LINCHPIN.account(), LINCHPIN.name(), "", Set.of(Role.PROJECT_MANAGER));

  public static Teller of(Who who) {
    return new Teller(who.account(), who.name());
  }
}
