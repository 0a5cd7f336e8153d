package dev.linchpin.helpdesk;

import java.util.UUID;

/// Told when an answer on a ticket did not reach its caller: refused for good, or it came back.
public record AnswerLost(UUID message) {}
