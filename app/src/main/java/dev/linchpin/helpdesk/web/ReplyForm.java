package dev.linchpin.helpdesk.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody typed to say on a ticket.
///
/// @param kind "ANSWER", "NOTE" or "FROM_CALLER"
/// @param then what happens to the ticket: empty for nothing, else like "resolve"
/// @param spent time it took, like "20m"; may be empty
record ReplyForm(
    @Nullable String kind,
    @Nullable String text,
    @Nullable String then,
    @Nullable String spent,
    @Nullable String version) {
  static final ReplyForm EMPTY = new ReplyForm("ANSWER", "", "", "", "");

  String kindOrAnswer() {
    return Objects.requireNonNullElse(kind, "ANSWER");
  }

  String textOrNothing() {
    return ChangeForm.text(text);
  }

  String thenOrNothing() {
    return ChangeForm.text(then);
  }

  String spentOrNothing() {
    return ChangeForm.text(spent);
  }
}
