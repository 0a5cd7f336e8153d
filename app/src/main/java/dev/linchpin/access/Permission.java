package dev.linchpin.access;

import static dev.linchpin.access.Role.ADMIN;
import static dev.linchpin.access.Role.AUDITOR;
import static dev.linchpin.access.Role.HELP_DESK_AGENT;
import static dev.linchpin.access.Role.PROJECT_MANAGER;
import static dev.linchpin.access.Role.SME;
import static dev.linchpin.access.Role.SPONSOR;
import static dev.linchpin.access.Role.STAKEHOLDER;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a role may do, whatever the object. This list **is** the table of rights: nothing else in
/// the application names a role to decide something. Rights on one object (this project, that
/// ticket) are in [Guarded].
public enum Permission {
  /// Users, roles, settings.
  ADMINISTER(ADMIN),
  /// The audit trail.
  READ_AUDIT(ADMIN, AUDITOR),
  /// People, departments, services, go-tos, calendars, leave: change them.
  MANAGE_PEOPLE(ADMIN, PROJECT_MANAGER),
  /// Start a project, or import a plan.
  START_PROJECT(ADMIN, PROJECT_MANAGER),
  /// Change a project, its plan and its standing.
  CHANGE_PROJECT(ADMIN, PROJECT_MANAGER),
  /// What projects cost.
  READ_MONEY(ADMIN, PROJECT_MANAGER, SPONSOR, AUDITOR),
  /// What projects cost: change it.
  CHANGE_MONEY(ADMIN, PROJECT_MANAGER),
  /// What an hour of somebody costs.
  READ_RATES(ADMIN, PROJECT_MANAGER, AUDITOR),
  /// Import the ticket history.
  IMPORT_TICKETS(ADMIN, PROJECT_MANAGER),
  /// Tickets: read them.
  READ_TICKETS(ADMIN, PROJECT_MANAGER, SME, HELP_DESK_AGENT, AUDITOR),
  /// Tickets: open and change them.
  CHANGE_TICKET(ADMIN, PROJECT_MANAGER, SME, HELP_DESK_AGENT),
  /// Ask, and read the answers, projects and go-tos.
  ASK(ADMIN, PROJECT_MANAGER, SME, HELP_DESK_AGENT, STAKEHOLDER, SPONSOR, AUDITOR),
  /// Record that somebody was told a date.
  PROMISE(ADMIN, PROJECT_MANAGER, SME, HELP_DESK_AGENT);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Collections.unmodifiableSet(EnumSet.of(roles[0], roles));
  }

  /// Whether one of these roles has it.
  public boolean isOf(Collection<Role> some) {
    return some.stream().anyMatch(roles::contains);
  }

  /// Who has it.
  public Set<Role> roles() {
    return roles;
  }
}
