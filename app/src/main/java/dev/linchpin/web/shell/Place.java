package dev.linchpin.web.shell;

/// The seven places of the main navigation, in their order.
public enum Place {
  NOW("Now", "/", "n", "M4 11 12 4l8 7v9h-5v-6H9v6H4z"),
  PROJECTS("Projects", "/projects", "p", "M4 6h16M4 12h10M4 18h13"),
  TICKETS(
      "Tickets",
      "/tickets",
      "t",
      "M3 8a2 2 0 0 0 0 0V6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4zm11-2v12"),
  PEOPLE(
      "People",
      "/people",
      "e",
      "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7m-6 9c0-3.5 2.5-6 6-6s6 2.5 6 6"
          + "m1-15.5a3.5 3.5 0 0 1 0 6m2 3.5c2 1 3 3 3 6"),
  MEETINGS("Meetings", "/meetings", "m", "M4 6h16v14H4zM4 10h16M8 3v5m8-5v5"),
  MONEY(
      "Money",
      "/money",
      "$",
      "M12 3v18m4.5-14C16 5.5 14 5 12 5c-2.5 0-4.5 1-4.5 3.3"
          + "C7.5 13 17 10.5 17 15.5 17 18 14.5 19 12 19s-4.5-.7-5-2.5"),
  REPORTS("Reports", "/reports", "r", "M4 4v16h16M8 16v-4m4 4V8m4 8v-6");

  private final String label;
  private final String address;
  private final String key;
  private final String icon;

  Place(String label, String address, String key, String icon) {
    this.label = label;
    this.address = address;
    this.key = key;
    this.icon = icon;
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

  /// The path of its icon, drawn with a line on a square of 24.
  public String icon() {
    return icon;
  }
}
