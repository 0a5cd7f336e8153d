package dev.linchpin.helpdesk.knowledge;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Turns what people write into HTML. HTML in it is shown as text; addresses that run script go.
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  /// The page's title is its only heading of the first level.
  private static final AbstractVisitor LOWER =
      new AbstractVisitor() {
        @Override
        public void visit(Heading heading) {
          heading.setLevel(Math.min(6, heading.getLevel() + 1));
        }
      };

  private Markdown() {}

  public static String html(String text) {
    Node parsed = PARSER.parse(text);
    parsed.accept(LOWER);
    return RENDERER.render(parsed);
  }
}
