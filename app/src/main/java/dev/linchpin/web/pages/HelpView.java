package dev.linchpin.web.pages;

import java.util.List;

/// What `help.jte` shows: one line per guide.
public record HelpView(List<Line> guides) {

  /// @param address where the guide is
  public record Line(String address, String title) {}
}
