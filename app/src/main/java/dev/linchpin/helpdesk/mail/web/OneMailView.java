package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.helpdesk.mail.ShownMail;
import java.util.Map;

/// What `one-mail.jte` shows: a mail as it came.
///
/// @param way back: address to name
/// @param mail null once it was thrown away
/// @param address of this page
/// @param isAside whether an admin may decide on it
public record OneMailView(
    Map<String, String> way,
    String subject,
    String sentence,
    Map<String, String> facts,
    @org.jspecify.annotations.Nullable ShownMail mail,
    String address,
    boolean isAside) {}
