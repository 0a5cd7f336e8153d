package dev.linchpin.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/*
 * lp_pat_ says to a secret scanner what it found; 40 letters and digits hold 238 random bits; six
 * more are a checksum, so that a mistyped token is refused without a look into the database.
 */

/// The text of an API token.
final class TokenText {
  static final String START = "lp_pat_";
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_DIGITS = 40;
  private static final int CHECK_DIGITS = 6;
  private static final int SHOWN_DIGITS = 4;

  private TokenText() {}

  static String fresh(SecureRandom random) {
    var text = new StringBuilder(START);
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return text.append(check(text.toString())).toString();
  }

  /// Whether this can be one of ours at all.
  static boolean isWhole(String text) {
    int length = START.length() + RANDOM_DIGITS + CHECK_DIGITS;
    return text.length() == length
        && text.startsWith(START)
        && text.endsWith(check(text.substring(0, length - CHECK_DIGITS)));
  }

  /// What is shown of it later.
  static String prefix(String text) {
    return text.substring(0, START.length() + SHOWN_DIGITS);
  }

  private static String check(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    var digits = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < CHECK_DIGITS; i++) {
      digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return digits.toString();
  }
}
