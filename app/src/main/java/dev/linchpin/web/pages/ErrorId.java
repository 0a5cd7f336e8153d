package dev.linchpin.web.pages;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Names one error, on the page and in the log: `9f3c01ab`.
final class ErrorId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 4;

  private ErrorId() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
