package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;

/// What `box.jte` shows: the form of a mailbox.
///
/// @param action where the form goes
/// @param trial address that tries it; empty for a new one
/// @param state what happened last; empty for a new one
public record BoxView(
    String heading,
    String action,
    String trial,
    String state,
    BoxForm form,
    Map<String, String> services,
    Map<String, String> queues,
    Map<String, String> securities,
    Problems problems) {}
