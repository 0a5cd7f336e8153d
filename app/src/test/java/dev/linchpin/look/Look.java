package dev.linchpin.look;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes every page of the sample organisation as pictures, light, dark and 360 pixels wide, to
/// `target/look/`, with an index page. Arguments: names of pages; none means all.
public final class Look {
  private static final Path FOLDER = Path.of("target", "look");
  private static final int PHONE = 360;

  /// A person with a name for the kind of picture: light, dark, 360.
  private record Eye(String name, Visit visit) {}

  private Look() {}

  /// The application's threads would keep the process alive after a failure.
  public static void main(String[] names) {
    try {
      look(names);
      System.exit(0);
    } catch (IOException | RuntimeException no) {
      no.printStackTrace();
      System.exit(1);
    }
  }

  private static void look(String[] names) throws IOException {
    Set<String> wanted = Set.of(names);
    Files.createDirectories(FOLDER);
    List<String> done = new ArrayList<>();
    try (SampleServer server = SampleServer.start(true)) {
      List<Eye> eyes =
          List.of(
              new Eye("light", Visit.wide(server)),
              new Eye("dark", Visit.dark(server)),
              new Eye("360", Visit.narrow(server, PHONE)));
      take(eyes, wanted, done, Scenes.before(server));
      server.makeAdmin();
      take(eyes, wanted, done, Scenes.signedOut());
      eyes.forEach(eye -> eye.visit().signIn());
      take(eyes, wanted, done, Scenes.signedIn());
      eyes.forEach(eye -> eye.visit().close());
    }
    Files.writeString(FOLDER.resolve("index.html"), index(done));
    System.out.println(
        done.size() + " pages, see " + FOLDER.resolve("index.html").toAbsolutePath());
  }

  private static void take(
      List<Eye> eyes, Set<String> wanted, List<String> done, List<Scenes.Scene> scenes) {
    for (Scenes.Scene scene : scenes) {
      if (!wanted.isEmpty() && !wanted.contains(scene.name())) {
        continue;
      }
      boolean there = true;
      for (Eye eye : eyes) {
        there &= scene.arrive().test(eye.visit());
        eye.visit().growToContent();
        eye.visit()
            .page()
            .screenshot(
                new ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(FOLDER.resolve(scene.name() + "-" + eye.name() + ".png")));
      }
      System.out.println((there ? "" : "not in the sample: ") + scene.name());
      done.add(scene.name());
    }
  }

  private static String index(List<String> names) {
    return names.stream()
        .map(name ->
            "<h2 id=\"%s\">%s</h2>%s"
                .formatted(
                    name,
                    name,
                    Stream.of("light", "dark", "360")
                        .map(kind -> picture(name + "-" + kind))
                        .collect(Collectors.joining())))
        .collect(
            Collectors.joining(
                "\n",
                """
                <!doctype html><html lang="en"><meta charset="utf-8">
                <title>Linchpin, every page</title>
                <style>body{font:16px system-ui;margin:2rem;background:#888}img{height:30rem;\
                margin:.5rem;vertical-align:top}</style><h1>Linchpin, every page</h1>
                """,
                "</html>\n"));
  }

  private static String picture(String name) {
    return "<a href=\"%s.png\"><img src=\"%s.png\" alt=\"%s\" loading=\"lazy\"></a>"
        .formatted(name, name, name);
  }
}
