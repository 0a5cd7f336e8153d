package dev.linchpin.answers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who was told a date.
///
/// @param name as whoever told it writes it: "Mia in Sales"; empty once forgotten
/// @param mail where a correction goes, in lower case; empty where it goes by telephone
/// @param phone may be empty
/// @param person of the directory; null for everybody else
/// @param mailFailure why mail to that address came back, as a sentence; empty while it works
public record Hearer(
    UUID id, String name, String mail, String phone, @Nullable UUID person, String mailFailure) {
  public static final int NAME_MAX = 120;

  /// "Mia in Sales", else the address.
  public String words() {
    if (!name.isEmpty()) {
      return name;
    }
    return mail.isEmpty() ? "somebody who asked to be forgotten" : mail;
  }

  /// Whether a mail can reach them.
  public boolean hasMail() {
    return !mail.isEmpty() && mailFailure.isEmpty();
  }
}
