package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;

/// What `new-ticket.jte` shows.
public record NewTicketView(
    String caller,
    String email,
    String phone,
    String title,
    String service,
    String text,
    String kind,
    String impact,
    String urgency,
    Map<String, String> services,
    Map<String, String> kinds,
    Map<String, String> grades,
    boolean more,
    SuggestionsView similar,
    Problems problems) {}
