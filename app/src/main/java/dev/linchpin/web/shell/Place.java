package dev.linchpin.web.shell;

/// The seven places of the main navigation, in their order.
public enum Place {
  NOW("Now", "/", "n"),
  PROJECTS("Projects", "/projects", "p"),
  TICKETS("Tickets", "/tickets", "t"),
  PEOPLE("People", "/people", "e"),
  MEETINGS("Meetings", "/meetings", "m"),
  MONEY("Money", "/money", "$"),
  REPORTS("Reports", "/reports", "r");

  private final String label;
  private final String address;
  private final String key;

  Place(String label, String address, String key) {
    this.label = label;
    this.address = address;
    this.key = key;
  }

  public String label() {
    return label;
  }

  public String address() {
    return address;
  }

  /// The letter after `g` that goes there.
  public String key() {
    return key;
  }
}
