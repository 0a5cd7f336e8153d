package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Typed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a form says about one change of a ticket, as text.
///
/// @param what like "assign" or "resolve"
/// @param to whom or what it leads to: a person, a queue, a service, a kind, a message
/// @param text what was typed
/// @param version of the ticket that was seen
record ChangeForm(
    @Nullable String what,
    @Nullable String to,
    @Nullable String text,
    @Nullable String impact,
    @Nullable String urgency,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String version) {
  static ChangeForm of(String what, String to, String text, String version) {
    return new ChangeForm(what, to, text, "", "", "", "", version);
  }

  ChangeForm withoutTo() {
    return new ChangeForm(what, "", text, impact, urgency, email, phone, version);
  }

  String whatOrNothing() {
    return text(what);
  }

  String toOrNothing() {
    return text(to);
  }

  String textOrNothing() {
    return text(text);
  }

  /// What was seen; a form that does not say it saw nothing, so it meets every change.
  int seen() {
    return Typed.version(version);
  }

  static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "").strip();
  }
}
