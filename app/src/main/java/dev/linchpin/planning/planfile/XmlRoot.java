package dev.linchpin.planning.planfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What an XML file begins with, found without reading a DTD.
sealed interface XmlRoot {
  /// Its outermost element.
  ///
  /// @param name local name and namespace: `Project{http://schemas.microsoft.com/project}`
  record Element(String name) implements XmlRoot {}

  /// It declares a document type.
  record DocType() implements XmlRoot {}

  /// It breaks off before its first element.
  record NotXml() implements XmlRoot {}

  static XmlRoot of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> {
            return new DocType();
          }
          case XMLStreamConstants.START_ELEMENT -> {
            String space = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
            return new Element(xml.getLocalName() + "{" + space + "}");
          }
          default -> {}
        }
      }
      return new NotXml();
    } catch (XMLStreamException e) {
      // Where DTDs are denied altogether, the parser says so by this exception.
      return String.valueOf(e.getMessage()).contains("DTD") ? new DocType() : new NotXml();
    }
  }

  /// Reads no DTD and no entity.
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
