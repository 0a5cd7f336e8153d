package dev.linchpin.planning.web;

import java.util.Map;

/// What stands above every page of a project.
///
/// @param tabs address to name, in order
/// @param here address of the tab that is open
/// @param making a new forecast is on its way
/// @param problem why there is none; empty when all is well
public record ProjectHead(
    String key,
    String name,
    Health health,
    Map<String, String> tabs,
    String here,
    boolean making,
    String problem) {}
