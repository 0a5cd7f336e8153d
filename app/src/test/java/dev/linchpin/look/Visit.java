package dev.linchpin.look;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.linchpin.look.Routes.Route;
import dev.linchpin.look.Routes.Way;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person at a browser. It notes what the browser complains about.
public final class Visit implements AutoCloseable {
  private static final int HIGH = 800;
  private static final int WAIT_MS = 15_000;
  private static final Map<String, String> FOUND = new ConcurrentHashMap<>();

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(SampleServer server, NewContextOptions options) {
    this.context = Chromium.browser().newContext(options.setBaseURL(server.address()));
    this.page = context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  public static Visit wide(SampleServer server) {
    return new Visit(server, options(1280, HIGH, false));
  }

  public static Visit dark(SampleServer server) {
    return new Visit(server, options(1280, HIGH, true));
  }

  /// @param width in CSS pixels, like 360 for a phone
  public static Visit narrow(SampleServer server, int width) {
    return new Visit(server, options(width, HIGH, false));
  }

  public static Visit withoutScript(SampleServer server) {
    return new Visit(server, options(1280, HIGH, false).setJavaScriptEnabled(false));
  }

  private static NewContextOptions options(int width, int height, boolean dark) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /// Signs in through the form.
  public Visit signIn() {
    page.navigate("/sign-in");
    page.getByLabel("E-mail").fill(SampleServer.EMAIL);
    page.getByLabel("Password").fill(SampleServer.PASSWORD);
    page.locator("main button").first().click();
    page.locator("body.signed-in").waitFor();
    return this;
  }

  /// Looks at the same page in light or dark.
  public void in(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  public Page page() {
    return page;
  }

  /// Opens the page of a route.
  ///
  /// @return false when the sample organisation has none such
  public boolean open(Route route) {
    String known = FOUND.get(route.name());
    Optional<String> address = known == null ? find(route) : Optional.of(known);
    address.ifPresent(there -> {
      complaints.clear();
      FOUND.put(route.name(), there);
      Response response = page.navigate(there);
      if (response != null && !response.ok()) { // Chromium complains about a wanted 404 too
        complaints.clear();
      }
    });
    return address.isPresent();
  }

  /// What the browser complained about since the last time.
  public List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  private Optional<String> find(Route route) {
    return switch (route.way()) {
      case Way.At at -> Optional.of(at.address());
      case Way.From from -> behindLink(route, from.page());
      case Way.By by -> {
        by.steps().accept(this);
        yield Optional.of(URI.create(page.url()).getPath());
      }
    };
  }

  private Optional<String> behindLink(Route route, String from) {
    if (from.contains("{")) {
      open(Routes.of(from));
    } else {
      page.navigate(from);
    }
    Pattern wanted = Pattern.compile(route.pattern().replaceAll("\\{[^}]+}", "[^/?#]+"));
    return page.locator("main a[href]").all().stream()
        .map(link -> link.getAttribute("href"))
        .filter(href -> wanted.matcher(href).matches())
        .filter(href -> Routes.ALL.stream().noneMatch(other -> href.equals(other.pattern())))
        .findFirst();
  }

  /// Evaluates script in the page.
  public @Nullable Object ask(String script) {
    return page.evaluate(script);
  }

  /// Makes the window as high as the page, so that a picture has its bars at the edges.
  void growToContent() {
    int width = page.viewportSize().width;
    page.setViewportSize(width, HIGH);
    var high = (Number) page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(width, Math.max(HIGH, high.intValue()));
  }

  @Override
  public void close() {
    context.close();
  }
}
