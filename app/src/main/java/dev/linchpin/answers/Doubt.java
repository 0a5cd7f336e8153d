package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

import java.time.Instant;
import java.util.UUID;

/// Somebody's "this looks wrong". While it is open, the answer names no date.
public record Doubt(UUID id, Ref ref, String text, Instant saidAt, String saidBy) {
  public static final int TEXT_MAX = 500;

  public Doubt {
    require(!text.isBlank(), "Enter what looks wrong, like \"The switches have not arrived\".");
    require(text.length() <= TEXT_MAX, "Keep it to %d characters.", TEXT_MAX);
  }
}
