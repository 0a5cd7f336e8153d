package dev.linchpin.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The help: one `guide.md` per module, read once from the class path.
@Component
class Guides {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private final List<Guide> all = read();

  /// @param module its name, which is the last part of its address
  /// @param html rendered from our own Markdown; HTML in it is escaped
  record Guide(String module, String title, String html) {}

  List<Guide> all() {
    return all;
  }

  Optional<Guide> of(String module) {
    return all.stream().filter(guide -> guide.module().equals(module)).findFirst();
  }

  private static List<Guide> read() {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:dev/linchpin/*/guide.md");
      return Arrays.stream(found)
          .map(Guides::guide)
          .sorted(Comparator.comparing(Guide::title))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Guide guide(Resource resource) {
    try {
      String[] path = resource.getURL().getPath().split("/", -1);
      String module = path[path.length - 2];
      Node text = PARSER.parse(resource.getContentAsString(StandardCharsets.UTF_8));
      return new Guide(module, title(text, module), RENDERER.render(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String title(Node text, String otherwise) {
    return text.getFirstChild() instanceof Heading heading
            && heading.getFirstChild() instanceof Text words
        ? words.getLiteral()
        : otherwise;
  }
}
