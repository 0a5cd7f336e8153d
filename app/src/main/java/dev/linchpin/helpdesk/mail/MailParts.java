package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.NewMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/// The parts of a mail as they come by: text, files, what a mail server reports.
///
/// Of two versions of the same (`multipart/alternative`) the plain one is read, unless it is empty.
final class MailParts {
  static final int TEXT_BYTES_MAX = 2_000_000;
  static final int FILES_BYTES_MAX = 40_000_000;
  private static final int REPORT_BYTES_MAX = 64_000;
  private static final int PREAMBLE_BYTES_MAX = 100_000;
  private static final int LEFT_OUT_MAX = 30;

  /// Parts that belong together.
  private static final class Group {
    final String type;
    final StringBuilder text = new StringBuilder();
    final StringBuilder html = new StringBuilder();

    Group(String type) {
      this.type = type;
    }

    boolean isAlternative() {
      return type.equals("multipart/alternative");
    }
  }

  private final Deque<Group> groups = new ArrayDeque<>(List.of(new Group("")));
  private final List<NewMessage.File> files = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final StringBuilder status = new StringBuilder();
  private final StringBuilder original = new StringBuilder();
  private String preamble = "";
  private String disposition = "";
  private String contentType = "";
  private long textBytes;
  private long fileBytes;
  private boolean isReport;

  void startPart() {
    disposition = "";
    contentType = "";
  }

  void field(String name, String body) {
    if (name.equalsIgnoreCase("content-disposition")) {
      disposition = body;
    } else if (name.equalsIgnoreCase("content-type")) {
      contentType = body;
    }
  }

  void open(String type) {
    String known = type.toLowerCase(Locale.ROOT);
    isReport |= known.equals("multipart/report");
    groups.push(new Group(known));
    startPart();
  }

  void close() {
    Group done = groups.pop();
    Group above = groups.element();
    String html = done.html.toString();
    if (done.isAlternative() && done.text.toString().isBlank()) {
      append(above.text, MailHtml.text(html));
    } else {
      append(above.text, done.text.toString());
    }
    append(above.html, html);
  }

  void closeAll() {
    while (groups.size() > 1) {
      close();
    }
  }

  /// What stands before the first part; with a wrong boundary that is everything.
  void preamble(InputStream body) throws IOException {
    if (preamble.isEmpty()) {
      preamble = PlainText.of(body.readNBytes(PREAMBLE_BYTES_MAX), null).strip();
    }
  }

  void body(BodyDescriptor about, InputStream body) throws IOException {
    String type = about.getMimeType().toLowerCase(Locale.ROOT);
    boolean shown = !disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
    if (isReport && isOfReport(type)) {
      report(type, body);
    } else if (shown && (type.equals("text/plain") || type.equals("text/html"))) {
      text(type, PlainText.of(read(body), about.getCharset()));
    } else {
      file(type, body);
    }
  }

  private static boolean isOfReport(String type) {
    return type.startsWith("message/") || type.equals("text/rfc822-headers");
  }

  private void report(String type, InputStream body) throws IOException {
    String text = PlainText.of(body.readNBytes(REPORT_BYTES_MAX), null);
    append(type.endsWith("delivery-status") ? status : original, text);
  }

  private byte[] read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes((int) (TEXT_BYTES_MAX - textBytes));
    textBytes += bytes.length;
    if (textBytes == TEXT_BYTES_MAX && body.read() >= 0) {
      leftOut("Its text is longer than %,d bytes. The rest is left out.".formatted(TEXT_BYTES_MAX));
    }
    return bytes;
  }

  private void text(String type, String text) {
    Group group = groups.element();
    if (type.equals("text/plain")) {
      append(group.text, text);
      return;
    }
    append(group.html, text);
    if (!group.isAlternative()) {
      append(group.text, MailHtml.text(text));
    }
  }

  private void file(String type, InputStream body) throws IOException {
    String name = name(type);
    if (files.size() == NewMessage.FILES_MAX) {
      leftOut("The file \"%s\" is left out: %d are kept.".formatted(name, NewMessage.FILES_MAX));
      return;
    }
    long most = Math.min(NewMessage.File.BYTES_MAX, FILES_BYTES_MAX - fileBytes);
    var bytes = new ByteArrayOutputStream();
    body.transferTo(new Bounded(bytes, most));
    if (bytes.size() > most) {
      leftOut("The file \"%s\" is left out: it is too large.".formatted(name));
    } else if (bytes.size() > 0 || !type.startsWith("text/")) {
      fileBytes += bytes.size();
      files.add(new NewMessage.File(name, bytes.toByteArray()));
    }
  }

  private String name(String type) {
    String named = Objects.requireNonNullElse(named(), "");
    if (!named.isBlank()) {
      return PlainText.header(named, 200);
    }
    return type.equals("message/rfc822") ? "mail.eml" : type.replaceAll("[^a-z0-9]+", "-");
  }

  private @Nullable String named() {
    try {
      ContentDispositionField field =
          ContentDispositionFieldLenientImpl.PARSER.parse(
              new RawField("Content-Disposition", disposition), DecodeMonitor.SILENT);
      if (field.getFilename() != null) {
        return field.getFilename();
      }
      ContentTypeField type =
          ContentTypeFieldLenientImpl.PARSER.parse(
              new RawField("Content-Type", contentType), DecodeMonitor.SILENT);
      return type.getParameter("name");
    } catch (RuntimeException unreadable) { // the parser fails on some rare nonsense
      return null;
    }
  }

  void leftOut(String sentence) {
    if (leftOut.size() < LEFT_OUT_MAX) {
      leftOut.add(sentence);
    } else if (leftOut.size() == LEFT_OUT_MAX) {
      leftOut.add("And more.");
    }
  }

  List<String> leftOut() {
    return leftOut;
  }

  List<NewMessage.File> files() {
    return files;
  }

  boolean isEmpty() {
    closeAll();
    return files.isEmpty() && !isReport && text().isEmpty();
  }

  String text() {
    String text = groups.element().text.toString().strip();
    return text.isEmpty() && files.isEmpty() ? preamble : text;
  }

  String html() {
    return MailHtml.clean(groups.element().html.toString());
  }

  @Nullable DeliveryReport report() {
    return isReport && !status.isEmpty()
        ? DeliveryReport.of(status.toString(), original + "\n" + text())
        : null;
  }

  private static void append(StringBuilder to, String text) {
    if (!text.isBlank()) {
      to.append(to.isEmpty() ? "" : "\n\n").append(text);
    }
  }
}
