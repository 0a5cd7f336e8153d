package dev.linchpin.helpdesk.mail;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// HTML of mails, cleaned, and as text. Nothing of it loads anything or runs.
final class MailHtml {
  /// What a page of 40 screens needs; the rest is in the mail as it came.
  static final int LENGTH_MAX = 500_000;

  private static final Pattern TAG =
      Pattern.compile("(?is)<(script|style)\\b.{0,100000}?</\\1\\s*>|<[^>]{0,10000}>?");
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowCommonBlockElements()
          .allowCommonInlineFormattingElements()
          .allowElements(
              "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "pre", "hr", "a")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("https", "http", "mailto")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .toFactory();

  private MailHtml() {}

  /// Only what lays out text, and links.
  static String clean(String html) {
    return POLICY.sanitize(PlainText.cut(html, LENGTH_MAX));
  }

  /// As text. It is cleaned first, because that leaves nothing nested deeper than a browser bears.
  static String text(String html) {
    var text = new Lines();
    Jsoup.parse(clean(html)).body().traverse(text);
    String shown =
        text.all.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    return shown.isEmpty()
        ? TAG.matcher(PlainText.cut(html, LENGTH_MAX)).replaceAll(" ").strip()
        : shown;
  }

  /// Writes text, one line for what a browser shows on one line; quotes get their ">".
  private static final class Lines implements NodeVisitor {
    private final StringBuilder all = new StringBuilder();
    private int quotes;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        write(text);
      } else if (node instanceof Element element) {
        if (element.nameIs("blockquote")) {
          line();
          quotes++;
        } else if (element.nameIs("br")) {
          all.append('\n');
        } else if (element.nameIs("hr")) {
          line();
          begin();
          all.append("_".repeat(32)).append('\n');
        } else if (element.isBlock()) {
          line();
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.nameIs("blockquote")) {
          line();
          quotes--;
        } else if (element.nameIs("p")) {
          line();
          all.append('\n');
        } else if (element.nameIs("td") || element.nameIs("th")) {
          all.append(' ');
        } else if (element.isBlock()) {
          line();
        }
      }
    }

    private void write(TextNode node) {
      Element parent = node.parent();
      boolean kept = parent != null && parent.nameIs("pre");
      String text = kept ? node.getWholeText() : node.text();
      if (atStart()) {
        text = text.stripLeading();
        if (text.isEmpty()) {
          return;
        }
        begin();
      }
      all.append(quotes > 0 ? text.replace("\n", "\n" + "> ".repeat(quotes)) : text);
    }

    private void begin() {
      all.repeat("> ", Math.min(quotes, 9));
    }

    private void line() {
      if (!atStart()) {
        all.append('\n');
      }
    }

    private boolean atStart() {
      return all.isEmpty() || all.charAt(all.length() - 1) == '\n';
    }
  }
}
