package dev.linchpin.planning.web;

import dev.linchpin.planning.ShortAnswer;
import java.util.Map;

/// What stands above every page of a project.
///
/// @param answer what the answer card says
/// @param tabs address to name, in order
/// @param here address of the tab that is open
/// @param making how far a new forecast is; empty when none is on its way
/// @param problem why there is none; empty when all is well
public record ProjectHead(
    String key,
    String name,
    ShortAnswer answer,
    Map<String, String> tabs,
    String here,
    String making,
    String problem) {
  /// While a forecast is made; on other pages somebody may be typing.
  public boolean renewsItself() {
    return here.endsWith("/forecast");
  }
}
