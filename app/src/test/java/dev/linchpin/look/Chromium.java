package dev.linchpin.look;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The browser of a run: the one that `LINCHPIN_CHROMIUM` names, else one on the path, else
/// Playwright's own.
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static @Nullable Browser running;

  private Chromium() {}

  /// One for the whole run; it ends with the process.
  public static synchronized Browser browser() {
    if (running == null) {
      Optional<Path> found = find();
      Map<String, String> environment =
          found.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      var options = new BrowserType.LaunchOptions().setArgs(FLAGS);
      found.ifPresent(options::setExecutablePath);
      running = playwright.chromium().launch(options);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return running;
  }

  private static Optional<Path> find() {
    String named = System.getenv("LINCHPIN_CHROMIUM");
    Stream<Path> onPath =
        NAMES.stream()
            .flatMap(name ->
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)));
    return Stream.concat(
            named == null || named.isEmpty() ? Stream.of() : Stream.of(Path.of(named)), onPath)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
