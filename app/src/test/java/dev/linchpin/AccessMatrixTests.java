package dev.linchpin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Who;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/*
 * Every route of the running application is asked by nobody and by each role, with an object that
 * does not exist and an empty form. The answers are compared with docs/access-matrix.csv:
 *
 *   open     it answers without sign-in          sign-in  it asks to sign in
 *   yes      the role may do this                no       the role may not (403)
 *   object   the object decides (404 here)
 *
 * A new route is missing there: copy its line from the message, or take the whole file from
 * app/target/access-matrix.csv, and read it before you commit it.
 */

@LinchpinTest
class AccessMatrixTests {
  private static final Path CHECKED_IN = Path.of("..", "docs", "access-matrix.csv");
  private static final Path SEEN = Path.of("target", "access-matrix.csv");
  private static final Set<String> OPEN =
      Set.of(
          "GET /assets/{file}",
          "GET /healthz",
          "GET /invitation/{token}",
          "POST /invitation/{token}",
          "POST /hooks/monitoring/{token}",
          "POST /me/appearance",
          "GET /portal",
          "POST /portal",
          "GET /portal/{secret}",
          "GET /portal/{secret}/files/{id}",
          "POST /portal/{secret}/messages",
          "GET /feeds/{secret}/dates.ics",
          "GET /feeds/{secret}/news.atom",
          "GET /readyz",
          "GET /setup",
          "GET /setup/{token}",
          "POST /setup/{token}",
          "GET /sign-in",
          "POST /sign-in",
          "GET /status",
          "GET /status/departments/{name}",
          "GET /status/departments/{name}/news.atom",
          "GET /status/news.atom",
          "GET /status/dates/{ref}",
          "POST /status/dates/{ref}/subscriptions",
          "GET /subscriptions/{secret}",
          "POST /subscriptions/{secret}/confirmation",
          "POST /subscriptions/{secret}/end");
  private static final String FORM_TOKEN = "the-form-token";

  @Autowired ApplicationContext context;

  /// One address of the application with one method.
  private record Route(String method, String pattern, String path) implements Comparable<Route> {
    @Override
    public int compareTo(Route other) {
      return (pattern + " " + method).compareTo(other.pattern + " " + other.method);
    }

    String name() {
      return method + " " + pattern;
    }
  }

  @Test
  void everyRouteIsInTheTableAndAnswersAsItSays() throws Exception {
    List<String> seen = matrix();
    Files.createDirectories(SEEN.getParent());
    Files.write(SEEN, seen);

    List<String> missing = new ArrayList<>(seen);
    missing.removeAll(Files.readAllLines(CHECKED_IN));
    assertThat(missing)
        .as("lines for docs/access-matrix.csv:%n%s", String.join("\n", missing))
        .isEmpty();
    assertThat(Files.readAllLines(CHECKED_IN)).containsExactlyElementsOf(seen);
  }

  @Test
  void onlyTheseRoutesAnswerAStranger() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Set<String> open = new TreeSet<>();
      for (Route route : routes()) {
        if (anonymous(ask(client, route, "")).equals("open")) {
          open.add(route.name());
        }
      }
      assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }
  }

  private List<String> matrix() throws Exception {
    TestAccounts accounts = TestAccounts.in(context);
    Map<Role, Who> whos = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      whos.put(role, accounts.account(role));
    }
    List<String> lines = new ArrayList<>();
    lines.add("method,pattern,anonymous," + names());
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (Route route : routes()) {
        List<String> cells = new ArrayList<>(List.of(route.method(), route.pattern()));
        cells.add(anonymous(ask(client, route, "")));
        for (Who who : whos.values()) {
          cells.add(signedIn(route, ask(client, route, accounts.sessionCookie(who))));
        }
        lines.add(String.join(",", cells));
      }
    }
    return lines;
  }

  private static String names() {
    return Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(","));
  }

  private static String anonymous(int status) {
    return status == 302 || status == 401 ? "sign-in" : "open";
  }

  private static String signedIn(Route route, int status) {
    assertThat(status).as(route.name()).isBetween(200, 499);
    return switch (status) {
      case 302, 401 -> "sign-in";
      case 403 -> "no";
      case 404 -> "object";
      default -> "yes";
    };
  }

  private int ask(HttpClient client, Route route, String session)
      throws IOException, InterruptedException {
    TestAccounts.in(context).forgetTries(); // the brake is not what is looked at
    String formToken = "linchpin-form=" + FORM_TOKEN;
    String cookies = session.isEmpty() ? formToken : session + "; " + formToken;
    URI address = TestAccounts.in(context).home().resolve(route.path());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Cookie", cookies)
            .header("X-XSRF-TOKEN", masked())
            .header("Content-Type", contentType(route))
            .method(route.method(), BodyPublishers.ofString(""))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String contentType(Route route) {
    return route.path().startsWith("/api/")
        ? "application/json"
        : "application/x-www-form-urlencoded";
  }

  /// As a form of ours would send it: the token, masked with a pad (here of zeros) before it.
  private static String masked() {
    byte[] token = FORM_TOKEN.getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[2 * token.length];
    System.arraycopy(token, 0, both, token.length, token.length);
    return Base64.getUrlEncoder().encodeToString(both);
  }

  private Set<Route> routes() {
    Set<Route> routes = new TreeSet<>();
    context
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping ->
            mapping.getHandlerMethods().forEach((info, method) -> add(info, method, routes)));
    assertThat(routes).hasSizeGreaterThan(20); // an empty application would pass
    return routes;
  }

  private static void add(RequestMappingInfo info, HandlerMethod handler, Set<Route> routes) {
    if (isOfATest(handler)) {
      return;
    }
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    for (String pattern : info.getPatternValues()) {
      for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
        routes.add(new Route(method.name(), pattern, path(pattern, handler)));
      }
    }
  }

  /// Pages that only tests have are not in the application.
  private static boolean isOfATest(HandlerMethod handler) {
    return handler
        .getBeanType()
        .getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .equals(AccessMatrixTests.class.getProtectionDomain().getCodeSource().getLocation());
  }

  /// The pattern with an object that does not exist.
  private static String path(String pattern, HandlerMethod handler) {
    String path = pattern;
    for (Map.Entry<String, Class<?>> variable : variables(handler).entrySet()) {
      path = path.replace("{" + variable.getKey() + "}", nothing(variable.getValue()));
    }
    return path.replaceAll("\\{[^}]*}|\\*+", "zzz");
  }

  private static Map<String, Class<?>> variables(HandlerMethod handler) {
    Map<String, Class<?>> variables = new TreeMap<>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
      if (variable != null) {
        String named = variable.value();
        variables.put(
            named.isEmpty() ? String.valueOf(parameter.getParameterName()) : named,
            parameter.getParameterType());
      }
    }
    return variables;
  }

  private static String nothing(Class<?> type) {
    if (type == UUID.class) {
      return new UUID(0, 0).toString();
    }
    return type == int.class || type == long.class ? "987654" : "ZZZ";
  }
}
