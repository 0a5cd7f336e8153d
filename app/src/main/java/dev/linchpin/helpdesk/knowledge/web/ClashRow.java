package dev.linchpin.helpdesk.knowledge.web;

/// A part that somebody else changed while you wrote.
public record ClashRow(String part, String before, String theirs, String by) {}
