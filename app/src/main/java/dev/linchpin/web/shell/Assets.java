package dev.linchpin.web.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Styles, scripts and the icon, read once from the class path. The name carries the hash of the
/// content, so a browser may keep each for ever.
///
/// Styles are the shell's own files in the order of their names, then `<module>/web/*.css` of each
/// module inside the layer `pages`.
public final class Assets {
  static final Asset STYLES = new Asset("linchpin", "css", "text/css", styles());
  static final Asset SCRIPT =
      new Asset("linchpin", "js", "text/javascript", all("web/script/*.js"));
  static final Asset HTMX =
      new Asset("htmx", "js", "text/javascript", all("web/vendor/htmx.js", "web/vendor/hx-csp.js"));
  static final Asset ICON =
      new Asset("linchpin", "svg", "image/svg+xml", all("web/shell/icon.svg"));

  private Assets() {}

  /// @param name without hash and ending
  record Asset(String name, String ending, String type, String text) {
    String file() {
      return "%s-%s.%s".formatted(name, hash(text), ending);
    }

    String address() {
      return "/assets/" + file();
    }
  }

  static Optional<Asset> named(String file) {
    return Stream.of(STYLES, SCRIPT, HTMX, ICON).filter(a -> a.file().equals(file)).findFirst();
  }

  private static String styles() {
    return withoutComments(
        all("web/styles/*.css") + "@layer pages {\n" + all("*/web/*.css") + "}\n");
  }

  private static String withoutComments(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "");
  }

  private static String all(String... patterns) {
    return Arrays.stream(patterns)
        .flatMap(Assets::find)
        .map(Assets::read)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<Resource> find(String pattern) {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:dev/linchpin/" + pattern);
      return Arrays.stream(found)
          .sorted(Comparator.comparing(r -> String.valueOf(r.getFilename())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
