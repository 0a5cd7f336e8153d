package dev.linchpin.planning.planfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Small XML files as a tree, read without DTDs and entities.
final class Xml {
  private Xml() {}

  /// The outermost element.
  ///
  /// @throws IllegalArgumentException when the file is no whole XML
  static Element read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // says nothing on the console
      return builder.parse(file.toFile()).getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// The first child of that name.
  static @Nullable Element child(Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  static List<Element> children(Element parent, String name) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node instanceof Element element && element.getTagName().equals(name))
        .map(Element.class::cast)
        .toList();
  }

  /// The children of all children of that name: some lists come in two parts.
  static List<Element> all(Element root, String list, String name) {
    return children(root, list).stream().flatMap(part -> children(part, name).stream()).toList();
  }

  /// The text of a child, without blanks around it; empty when there is none.
  static String text(@Nullable Element parent, String name) {
    Element child = parent == null ? null : child(parent, name);
    return child == null ? "" : child.getTextContent().strip();
  }
}
