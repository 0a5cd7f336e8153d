package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;

/// What `service-form.jte` shows, from top to bottom.
///
/// @param fresh whether the key can still be chosen
public record ServiceFormView(
    String heading,
    String action,
    String back,
    boolean fresh,
    ServiceForm form,
    Problems problems,
    Map<String, String> departments) {}
