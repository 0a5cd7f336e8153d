package dev.linchpin.platform.postgres;

import static dev.linchpin.platform.Checks.require;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Where a database is and who we are there.
public record JdbcAddress(String url, String user, String password) {
  @Override
  public String toString() {
    return url + " as " + user;
  }

  /// Reads `postgresql://user:password@host:port/name?options` or the same with `jdbc:` in front.
  ///
  /// @throws IllegalArgumentException with a sentence for whoever typed it
  public static JdbcAddress parse(String text) {
    String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    plain = plain.startsWith("postgres:") ? "postgresql:" + plain.substring(9) : plain;
    require(
        plain.startsWith("postgresql://"),
        "Write the database as postgresql://user:password@host:5432/name, not as %s.",
        text.replaceAll("://.*@", "://…@"));
    URI uri = URI.create(plain);
    String[] who =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new JdbcAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
        who.length > 0 ? decoded(who[0]) : System.getProperty("user.name"),
        who.length > 1 ? decoded(who[1]) : "");
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// An address and what must be closed when nobody needs it any more.
  public interface Held extends AutoCloseable {
    JdbcAddress address();

    @Override
    void close();

    static Held of(JdbcAddress address) {
      return new Held() {
        @Override
        public JdbcAddress address() {
          return address;
        }

        @Override
        public void close() {}
      };
    }
  }
}
