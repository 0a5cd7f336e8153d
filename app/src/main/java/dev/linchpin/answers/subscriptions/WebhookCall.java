package dev.linchpin.answers.subscriptions;

import dev.linchpin.platform.Secrets;
import dev.linchpin.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/*
 * Signed as Standard Webhooks says (standardwebhooks.com): HMAC-SHA-256 over "id.timestamp.body",
 * and the receiver knows a repeated id.
 *
 * The address filter looks at what a name resolves to, at the moment of the connection, and no
 * redirect is followed: a name that changes its address between two looks gets nowhere either.
 */

/// Posts one signed message to an address that somebody typed.
@Component
class WebhookCall {
  /// Networks of ours that webhooks may reach, like "10.2.0.0/16"; set by an admin.
  static final String NETWORKS = "webhook.networks";

  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration READ_MAX = Duration.ofSeconds(10);
  private static final int SECONDS_MAX = 24 * 3_600;

  private final Secrets secrets;
  private final Settings settings;

  WebhookCall(Secrets secrets, Settings settings) {
    this.secrets = secrets;
    this.settings = settings;
  }

  /// What the other side answered.
  ///
  /// @param wanted how long it wants to be left alone; null when it did not say
  record Answered(int status, @Nullable Duration wanted) {
    boolean isGood() {
      return 200 <= status && status < 300;
    }
  }

  /// What the receiver checks signatures with: "whsec_…".
  String signingKey(UUID subscription) {
    return "whsec_" + Base64.getEncoder().encodeToString(bytes(subscription));
  }

  private byte[] bytes(UUID subscription) {
    return secrets.sign("webhook", subscription.toString());
  }

  Answered post(URI to, UUID subscription, UUID message, String body, Instant now)
      throws IOException {
    String id = "msg_" + message;
    String timestamp = Long.toString(now.getEpochSecond());
    ClientHttpRequest request = factory().createRequest(to, HttpMethod.POST);
    request.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    request.getHeaders().set("User-Agent", "Linchpin");
    request.getHeaders().set("webhook-id", id);
    request.getHeaders().set("webhook-timestamp", timestamp);
    request
        .getHeaders()
        .set(
            "webhook-signature",
            "v1," + signature(bytes(subscription), id + "." + timestamp + "." + body));
    request.getBody().write(body.getBytes(StandardCharsets.UTF_8));
    try (ClientHttpResponse response = request.execute()) {
      int status = response.getStatusCode().value();
      return new Answered(status, wanted(response.getHeaders().getFirst("Retry-After")));
    }
  }

  static String signature(byte[] key, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Duration wanted(@Nullable String seconds) {
    return seconds != null && seconds.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Math.min(SECONDS_MAX, Integer.parseInt(seconds)))
        : null;
  }

  private ClientHttpRequestFactory factory() {
    return ClientHttpRequestFactoryBuilder.httpComponents()
        .build(
            HttpClientSettings.defaults()
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withTimeouts(CONNECT_MAX, READ_MAX)
                .withInetAddressFilter(filter()));
  }

  private InetAddressFilter filter() {
    String[] ours =
        Arrays.stream(settings.get(NETWORKS).orElse("").split("[,\\s]+"))
            .filter(network -> !network.isEmpty())
            .toArray(String[]::new);
    InetAddressFilter outside = InetAddressFilter.externalAddresses();
    return ours.length == 0 ? outside : outside.or(ours);
  }
}
