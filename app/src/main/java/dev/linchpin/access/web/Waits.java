package dev.linchpin.access.web;

import java.time.Duration;

/// How the brake tells somebody to wait.
final class Waits {
  private Waits() {}

  static String sentence(Duration wait) {
    long seconds = wait.toSeconds();
    String time = seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    return "Too many tries failed. Wait %s, then try again.".formatted(time);
  }
}
