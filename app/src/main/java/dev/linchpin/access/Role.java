package dev.linchpin.access;

/// What somebody is here for. An account has one or more; what each may do is in [Permission].
public enum Role {
  ADMIN("Admin", "Runs Linchpin: users, settings, imports."),
  PROJECT_MANAGER("Project manager", "Plans projects and answers for them."),
  SME("SME", "Knows a topic the work depends on."),
  HELP_DESK_AGENT("Help desk agent", "Tells callers when it will be done."),
  STAKEHOLDER("Stakeholder", "Wants to know how the projects stand."),
  SPONSOR("Sponsor", "Pays, decides and wants the promises kept."),
  AUDITOR("Auditor", "Reads everything and changes nothing.");

  private final String label;
  private final String about;

  Role(String label, String about) {
    this.label = label;
    this.about = about;
  }

  public String label() {
    return label;
  }

  /// One sentence for the person who gives the role.
  public String about() {
    return about;
  }
}
