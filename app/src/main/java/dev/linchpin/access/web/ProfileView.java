package dev.linchpin.access.web;

import static java.util.stream.Collectors.joining;

import dev.linchpin.access.Role;
import dev.linchpin.access.Tokens.Token;
import dev.linchpin.access.Who;
import dev.linchpin.web.shell.Problems;
import java.time.ZoneId;
import java.util.List;

/// What `profile.jte` shows, from top to bottom.
///
/// @param roles in words
public record ProfileView(
    String name, String email, String roles, List<TokenRow> tokens, Problems problems) {

  static ProfileView of(Who who, List<Token> tokens, ZoneId zone, Problems problems) {
    return new ProfileView(
        who.name(),
        who.email(),
        who.roles().stream().sorted().map(Role::label).collect(joining(", ")),
        tokens.stream().map(token -> TokenRow.of(token, zone)).toList(),
        problems);
  }
}
