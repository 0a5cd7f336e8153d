package dev.linchpin.helpdesk.mail;

import static dev.linchpin.platform.Checks.require;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What gets a token for a mail server that takes no password (OAuth 2.0): for the application
/// itself, or with a refresh token for one account.
///
/// @param endpoint where tokens are had
/// @param client id of the application
/// @param scope may be empty
/// @param secret of the application; empty where it has none
/// @param refresh empty to ask for the application itself
public record MailGrant(
    String endpoint, String client, String scope, String secret, String refresh) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  public MailGrant {
    require(isAddress(endpoint), "Enter the address of the token, beginning with https://.");
    require(!client.isBlank() && client.length() <= 250, "Enter the client id.");
    require(
        (client + scope + secret + refresh).chars().noneMatch(Character::isISOControl),
        "Enter each of them on one line.");
    require(scope.length() <= 500, "Keep the scope shorter than 500 characters.");
    require(
        secret.length() <= 4_000 && refresh.length() <= 8_000,
        "Keep the secret and token shorter.");
    require(!secret.isEmpty() || !refresh.isEmpty(), "Enter the client secret or a refresh token.");
  }

  /// Plain HTTP is for a proxy on this machine alone.
  private static boolean isAddress(String text) {
    try {
      var address = new URI(text);
      String host = address.getHost();
      return text.length() <= 500
          && host != null
          && address.getUserInfo() == null
          && ("https".equals(address.getScheme())
              || "http".equals(address.getScheme()) && HERE.contains(host));
    } catch (URISyntaxException no) {
      return false;
    }
  }

  /// As [#parse] reads it, with its secrets.
  String text() {
    return String.join("\n", endpoint, client, scope, secret, refresh);
  }

  static MailGrant parse(String text) {
    String[] lines = text.split("\n", -1);
    return new MailGrant(lines[0], lines[1], lines[2], lines[3], lines[4]);
  }

  URI address() {
    return URI.create(endpoint);
  }

  /// The form that asks for a token.
  ///
  /// @param newest the refresh token that was had last; empty for the one that was entered
  String form(String newest) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("client_id", client);
    if (!secret.isEmpty()) {
      fields.put("client_secret", secret);
    }
    if (!scope.isEmpty()) {
      fields.put("scope", scope);
    }
    if (refresh.isEmpty()) {
      fields.put("grant_type", "client_credentials");
    } else {
      fields.put("grant_type", "refresh_token");
      fields.put("refresh_token", newest.isEmpty() ? refresh : newest);
    }
    return fields.entrySet().stream().map(MailGrant::pair).collect(Collectors.joining("&"));
  }

  private static String pair(Map.Entry<String, String> field) {
    return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
  }

  /// Never the secrets.
  @Override
  public String toString() {
    return client + " at " + endpoint;
  }
}
