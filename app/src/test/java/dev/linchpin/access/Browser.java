package dev.linchpin.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without script: keeps cookies, sends forms with their hidden field, and does not
/// follow redirects by itself.
public final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private final URI home;
  private String formToken = "";

  Browser(URI home) {
    this.home = home;
    this.client =
        HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();
  }

  public HttpResponse<String> get(String path) {
    return remember(send(request(path).GET()));
  }

  /// Sends a form, with the hidden field of a page seen before.
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    if (formToken.isEmpty()) {
      get("/sign-in");
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", formToken);
    return postBare(path, all);
  }

  /// Sends a form as it is.
  public HttpResponse<String> postBare(String path, Map<String, String> fields) {
    return remember(
        send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields)))));
  }

  /// Signs in through the form.
  public Browser signIn(String email, String password) {
    get("/sign-in");
    HttpResponse<String> answer =
        post("/sign-in", Map.of("email", email, "password", password, "to", "/"));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    formToken = "";
    get("/me");
    return this;
  }

  /// The session's cookie, for another browser: `linchpin=…`.
  public String cookie() {
    return cookies.getCookieStore().get(home).stream()
        .filter(cookie -> cookie.getName().equals("linchpin"))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .findFirst()
        .orElse("");
  }

  /// A request to finish by hand.
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(home.resolve(path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> remember(HttpResponse<String> answer) {
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      formToken = found.group(1);
    }
    return answer;
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
