package dev.linchpin.answers.subscriptions;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.answers.Ref;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody's wish to hear when a date changes.
///
/// @param ref a project or a milestone
/// @param title what it is called in what they get
/// @param address where mail or a webhook goes; empty for a feed
/// @param moreThan news is what moves by more than so many working days
/// @param madeBy account; null for somebody without one
/// @param confirmedAt null while a confirmation is awaited
/// @param readAt a feed: about when it was read last
/// @param endedWhy a sentence; empty while it goes on
public record Subscription(
    UUID id,
    Ref ref,
    String title,
    Way way,
    String address,
    int moreThan,
    Instant madeAt,
    @Nullable UUID madeBy,
    String madeByName,
    @Nullable Instant confirmedAt,
    @Nullable Instant readAt,
    @Nullable Instant endedAt,
    String endedWhy) {
  public static final int MORE_THAN_MAX = 60;
  public static final int MORE_THAN_USUAL = 5;
  static final int ADDRESS_MAX = 500;

  public Subscription {
    require(
        ref instanceof Ref.OfProject || ref instanceof Ref.OfMilestone,
        "Only projects and milestones have dates that one can subscribe to.");
    require(
        0 <= moreThan && moreThan <= MORE_THAN_MAX,
        "Enter a number of working days from 0 to %d.",
        MORE_THAN_MAX);
    require(address.length() <= ADDRESS_MAX, "Keep the address to %d characters.", ADDRESS_MAX);
  }

  public boolean isActive() {
    return confirmedAt != null && endedAt == null;
  }

  /// Where it stands: "waits for a confirmation", "active", "ended".
  public String state() {
    if (endedAt != null) {
      return "ended";
    }
    return confirmedAt == null ? "waits for a confirmation" : "active";
  }

  /// Who hears, as promises name them.
  public String hearer() {
    if (!address.isEmpty()) {
      return way == Way.MAIL ? address : "webhook " + host();
    }
    String whose = madeByName.isEmpty() ? "somebody" : madeByName;
    return (way == Way.CALENDAR ? "Calendar" : "Feed") + " of " + whose + ", " + id;
  }

  /// The host of a webhook, which its address gives away no secret of.
  public String host() {
    return address.replaceFirst("^https?://", "").replaceFirst("[/?#].*$", "");
  }

  /// "by more than 5 working days", "with every change".
  public String wish() {
    return switch (moreThan) {
      case 0 -> "with every change";
      case 1 -> "by more than 1 working day";
      default -> "by more than " + moreThan + " working days";
    };
  }
}
