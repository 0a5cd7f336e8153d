package dev.linchpin.access.web;

import static java.util.stream.Collectors.joining;

import dev.linchpin.access.Role;
import dev.linchpin.access.Tokens.Token;
import java.time.ZoneId;

/// One line of a table of API tokens.
///
/// @param start its first letters
public record TokenRow(
    String id, String name, String start, String roles, String made, String ends, String used) {
  static TokenRow of(Token token, ZoneId zone) {
    return new TokenRow(
        token.id().toString(),
        token.name(),
        token.prefix() + "…",
        token.roles().stream().sorted().map(Role::label).collect(joining(", ")),
        Times.day(token.madeAt(), zone),
        Times.day(token.endsAt(), zone),
        token.lastUsedAt() == null ? "never" : Times.minute(token.lastUsedAt(), zone));
  }
}
