package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.web.shell.Problems;
import java.util.Map;

/// What `server.jte` shows: how mail goes out, and whose mail comes in.
public record ServerView(
    ServerForm form,
    boolean mayTry,
    Map<String, String> securities,
    Map<String, String> senders,
    Problems problems) {}
