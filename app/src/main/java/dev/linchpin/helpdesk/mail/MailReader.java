package dev.linchpin.helpdesk.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/*
 * A mail is untrusted: 100,000 parts, parts in parts without end, headers of megabytes, boundaries
 * that lead nowhere. It is read as a stream, once, and reading stops at the first limit. What was
 * read until then counts, what was left out is named, and whoever needs it has the mail as it came.
 */
/// Reads a mail from its bytes, whatever they are: never fails, never runs away.
final class MailReader {
  static final int PARTS_MAX = 1_000;
  static final int DEPTH_MAX = 30;
  private static final int HEADER_LINES_MAX = 5_000;
  private static final int HEADER_BYTES_MAX = 200_000;
  private static final int REFERENCES_MAX = 50;
  private static final int SUBJECT_MAX = 400;
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private final MimeTokenStream stream;
  private final Headers headers = new Headers();
  private final MailParts parts = new MailParts();
  private int depth;
  private int count;
  private boolean inPart;

  private MailReader(boolean oddLineStartsBody) {
    stream =
        new MimeTokenStream(
            new MimeConfig.Builder()
                .setMaxHeaderCount(HEADER_LINES_MAX)
                .setMaxHeaderLen(HEADER_BYTES_MAX)
                .setMaxLineLen(-1)
                .setMaxContentLen(-1)
                .setMalformedHeaderStartsBody(oddLineStartsBody)
                .build());
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
  }

  /// A line among the headers that is none is passed over. Where nothing is left then, the empty
  /// line before the text was missing, and that line began the text.
  static ReadMail read(byte[] raw) {
    var reader = new MailReader(false);
    reader.parse(raw);
    if (reader.parts.isEmpty()) {
      var other = new MailReader(true);
      other.parse(raw);
      return other.mail(raw);
    }
    return reader.mail(raw);
  }

  private void parse(byte[] raw) {
    try {
      int begin = begin(raw);
      stream.parse(new ByteArrayInputStream(raw, begin, raw.length - begin));
      EntityState state = stream.getState();
      while (state != EntityState.T_END_OF_STREAM && on(state)) {
        state = stream.next();
      }
    } catch (MimeException | IOException | RuntimeException broken) { // the library's too
      parts.leftOut("From some place on the mail cannot be read.");
    }
  }

  /// Mail from old folders begins with a line "From somebody, then and then".
  private static int begin(byte[] raw) {
    byte[] mark = "From ".getBytes(StandardCharsets.US_ASCII);
    boolean marked =
        raw.length > mark.length && Arrays.equals(raw, 0, mark.length, mark, 0, mark.length);
    int at = 0;
    while (marked && at < raw.length && raw[at] != '\n') {
      at++;
    }
    return marked && at < raw.length ? at + 1 : 0;
  }

  /// @return whether to read on
  private boolean on(EntityState state) throws IOException {
    switch (state) {
      case T_START_BODYPART -> {
        inPart = true;
        parts.startPart();
        return within(++count <= PARTS_MAX, "It has more than %,d parts.".formatted(PARTS_MAX));
      }
      case T_START_MULTIPART -> {
        parts.open(stream.getBodyDescriptor().getMimeType());
        return within(++depth <= DEPTH_MAX, "Its parts lie %d deep.".formatted(DEPTH_MAX));
      }
      case T_END_MULTIPART -> {
        depth--;
        parts.close();
      }
      case T_FIELD -> field(stream.getField());
      case T_BODY -> parts.body(stream.getBodyDescriptor(), stream.getDecodedInputStream());
      case T_PREAMBLE -> parts.preamble(stream.getInputStream());
      default -> {}
    }
    return true;
  }

  private boolean within(boolean fine, String limit) {
    if (!fine) {
      parts.leftOut(limit + " The others are left out.");
    }
    return fine;
  }

  private void field(Field field) {
    byte[] bytes = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
    String line = PlainText.guess(bytes);
    int colon = line.indexOf(':');
    String body = colon < 0 ? line : MimeUtil.unfold(line.substring(colon + 1)).strip();
    if (inPart) {
      parts.field(field.getName(), body);
    } else {
      headers.add(field.getName(), body);
      parts.field(field.getName(), body);
    }
  }

  private ReadMail mail(byte[] raw) {
    parts.closeAll();
    List<MailAddress> from = headers.addresses("from");
    List<String> ids = headers.messageIds("message-id", 1);
    String subject = PlainText.header(headers.first("subject"), SUBJECT_MAX);
    return new ReadMail(
        from.isEmpty() ? null : decoded(from.getFirst()),
        to(),
        ids.isEmpty() ? "" : ids.getFirst(),
        references(),
        subject,
        date(headers.first("date")),
        parts.text(),
        parts.html(),
        parts.files(),
        parts.report(),
        parts.leftOut(),
        fingerprint(raw),
        headers);
  }

  private static MailAddress decoded(MailAddress from) {
    return new MailAddress(PlainText.header(from.name(), 200), from.address());
  }

  private List<MailAddress> to() {
    var all = new ArrayList<MailAddress>();
    for (String name : List.of("delivered-to", "x-original-to", "to", "cc")) {
      all.addAll(headers.addresses(name));
    }
    return all;
  }

  /// `References` lists the oldest first, so it is read from its end.
  private List<String> references() {
    var all = new LinkedHashSet<>(headers.messageIds("in-reply-to", REFERENCES_MAX));
    all.addAll(headers.messageIds("references", 10 * REFERENCES_MAX).reversed());
    return all.stream().limit(REFERENCES_MAX).toList();
  }

  private static @Nullable Instant date(String written) {
    try {
      String plain = COMMENT.matcher(written).replaceAll("").strip();
      return ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /// Trace lines differ with the way a mail came; who, what, when and the body do not.
  private String fingerprint(byte[] raw) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : List.of("from", "subject", "date", "message-id")) {
        digest.update((headers.first(name) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      int body = body(raw);
      digest.update(raw, body, raw.length - body);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where the body begins: after the first empty line.
  static int body(byte[] raw) {
    for (int i = 0; i + 1 < raw.length; i++) {
      if (raw[i] == '\n' && raw[i + 1] == '\n') {
        return i + 2;
      }
      if (raw[i] == '\n' && raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n') {
        return i + 3;
      }
    }
    return 0;
  }
}
