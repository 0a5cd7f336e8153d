package dev.linchpin.helpdesk.web;

import java.util.Map;

/// What `callers.jte` shows: names to who they are.
public record CallersView(Map<String, String> names) {}
