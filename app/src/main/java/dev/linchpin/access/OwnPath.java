package dev.linchpin.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * Browsers read "//host", "/\host" and "/<tab>/host" as another host. So we take only what begins
 * with exactly one slash and holds nothing but plain characters of an address.
 */

/// An address of ours to go to after sign-in: never another site.
public final class OwnPath {
  private static final int LENGTH_MAX = 2_000;
  private static final Pattern PLAIN = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

  private OwnPath() {}

  /// The path itself when it is one of ours, else `/`.
  public static String orHome(@Nullable String path) {
    return path != null && isOwn(path) ? path : "/";
  }

  private static boolean isOwn(String path) {
    if (path.length() > LENGTH_MAX || !PLAIN.matcher(path).matches()) {
      return false;
    }
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.startsWith("/sign-") || lower.startsWith("/%2f") || lower.startsWith("/%5c")) {
      return false;
    }
    try {
      URI uri = new URI(path);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
