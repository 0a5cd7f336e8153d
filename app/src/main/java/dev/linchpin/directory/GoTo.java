package dev.linchpin.directory;

import static dev.linchpin.platform.Checks.require;

import org.jspecify.annotations.Nullable;

/// The one accountable person for a subject, and who answers when that person is away.
///
/// @param standIn never the go-to; null is a gap that [GoTos#gaps] lists
public record GoTo(Subject subject, PersonId goTo, @Nullable PersonId standIn) {
  public GoTo {
    require(!goTo.equals(standIn), "The stand-in is never the go-to. Choose another person.");
  }
}
