package dev.linchpin.access.web;

import static java.util.stream.Collectors.joining;

import dev.linchpin.access.Role;
import dev.linchpin.access.Tokens.Token;
import dev.linchpin.web.shell.Dates;
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
        Dates.day(token.madeAt().atZone(zone).toLocalDate()),
        Dates.day(token.endsAt().atZone(zone).toLocalDate()),
        token.lastUsedAt() == null ? "never" : Dates.moment(token.lastUsedAt(), zone));
  }
}
