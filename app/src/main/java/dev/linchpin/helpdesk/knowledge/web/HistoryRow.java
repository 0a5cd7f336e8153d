package dev.linchpin.helpdesk.knowledge.web;

import java.util.List;

/// One change, with what it was about.
///
/// @param address of the page as it was then; empty where there is none
public record HistoryRow(
    int version, String at, String who, List<String> changes, String address) {}
