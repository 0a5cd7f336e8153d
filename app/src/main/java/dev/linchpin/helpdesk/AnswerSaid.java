package dev.linchpin.helpdesk;

import java.util.UUID;

/// Told within the transaction in which somebody answers the caller of a ticket.
///
/// @param ticket its number
/// @param channel how it goes: "page", "mail", "portal", "api"
public record AnswerSaid(UUID message, String ticket, String text, String channel, By by) {}
