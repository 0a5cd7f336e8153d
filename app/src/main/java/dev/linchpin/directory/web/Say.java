package dev.linchpin.directory.web;

import java.util.Locale;

/// Numbers in words.
final class Say {
  private Say() {}

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
