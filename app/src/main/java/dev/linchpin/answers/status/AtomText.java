package dev.linchpin.answers.status;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A feed in Atom (RFC 4287).
///
/// @param id never changes, like "urn:uuid:…"
/// @param self its own address; empty when Linchpin does not know its own
/// @param updated of the newest entry
public record AtomText(String id, String title, String self, Instant updated, List<Entry> entries) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /// @param id never changes
  public record Entry(String id, String title, Instant updated, String text) {}

  /// As XML.
  public String xml() {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      head(xml, id, title, updated);
      element(xml, "generator", "Linchpin");
      xml.writeStartElement("author");
      element(xml, "name", "Linchpin");
      xml.writeEndElement();
      if (!self.isEmpty()) {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("href", self);
      }
      for (Entry entry : entries) {
        xml.writeStartElement("entry");
        head(xml, entry.id(), entry.title(), entry.updated());
        element(xml, "content", entry.text());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void head(XMLStreamWriter xml, String id, String title, Instant updated)
      throws XMLStreamException {
    element(xml, "id", id);
    element(xml, "title", title);
    element(xml, "updated", updated.toString());
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "));
    xml.writeEndElement();
  }
}
