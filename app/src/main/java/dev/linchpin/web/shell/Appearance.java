package dev.linchpin.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Light, dark, or as the device says. Kept in a cookie, so it works before sign-in too.
public enum Appearance {
  DEVICE("Device"),
  LIGHT("Light"),
  DARK("Dark");

  static final String COOKIE = "appearance";
  private final String label;

  Appearance(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// As it stands in the cookie and in the page: `light`.
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Appearance> parse(String value) {
    return Arrays.stream(values()).filter(a -> a.value().equals(value)).findFirst();
  }

  static Appearance of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? DEVICE
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .flatMap(cookie -> parse(cookie.getValue()).stream())
            .findFirst()
            .orElse(DEVICE);
  }
}
