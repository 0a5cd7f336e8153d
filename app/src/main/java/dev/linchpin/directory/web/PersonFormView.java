package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;

/// What `person-form.jte` shows, from top to bottom.
public record PersonFormView(
    String heading,
    String action,
    String back,
    PersonForm form,
    Problems problems,
    Map<String, String> departments,
    Map<String, String> sites) {}
