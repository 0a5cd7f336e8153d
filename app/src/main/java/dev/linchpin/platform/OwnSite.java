package dev.linchpin.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where people reach this installation, for links in mails and feeds: what an admin set, never
/// what a request says about itself.
@Component
public class OwnSite {
  private static final String KEY = "site.address";
  private static final int LENGTH_MAX = 200;

  private final Settings settings;

  public OwnSite(Settings settings) {
    this.settings = settings;
  }

  /// Like `https://linchpin.example.org`, without a slash at its end; empty when nobody set it.
  public Optional<String> address() {
    return settings.get(KEY).filter(address -> !address.isEmpty());
  }

  public void set(String address) {
    settings.put(KEY, address);
  }

  /// Reads what somebody typed; empty when it is no such address.
  public static Optional<String> read(String text) {
    String plain = text.strip().replaceFirst("/+$", "");
    try {
      var uri = new URI(plain);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawQuery() == null && isShort(plain)
          ? Optional.of(plain)
          : Optional.empty();
    } catch (URISyntaxException no) {
      return Optional.empty();
    }
  }

  private static boolean isShort(String address) {
    return address.length() <= LENGTH_MAX;
  }
}
