package dev.linchpin.directory.web;

/// The fields of an extra day, as text: an ISO date, "off" or "worked", and why.
public record ExtraDayForm(String day, String kind, String why) {
  static final ExtraDayForm EMPTY = new ExtraDayForm("", "off", "");

  public ExtraDayForm {
    day = Fields.text(day);
    kind = Fields.text(kind);
    why = Fields.text(why);
  }
}
