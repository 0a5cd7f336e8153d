package dev.linchpin.planning.planfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is, by its first bytes; its name decides only between kinds of plain text.
enum Content {
  OLE("a Microsoft Project file"),
  XML("an XML plan"),
  MPX("an MPX file"),
  XER("a Primavera XER file"),
  CSV("a CSV file"),
  ZIP("a zip file"),
  GZIP("a gzip file"),
  TASKJUGGLER("a TaskJuggler plan"),
  DATABASE("a database"),
  EMPTY("an empty file"),
  UNKNOWN("a plan file");

  private static final int HEAD = 4_096;
  private static final Pattern JUGGLED =
      Pattern.compile("(?m)^\\s*(project|task|resource|include|macro|navigator|taskreport)\\b.*");

  private final String shown;

  Content(String shown) {
    this.shown = shown;
  }

  String shown() {
    return shown;
  }

  boolean isPacked() {
    return this == ZIP || this == GZIP;
  }

  static Content of(Path file, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return OLE;
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (startsWith(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (startsWith(head, 'S', 'Q', 'L', 'i', 't', 'e') || startsWith(head, 0, 1, 0, 0)) {
      return DATABASE;
    }
    return ofText(text(head), name.toLowerCase(Locale.ROOT));
  }

  private static Content ofText(String text, String name) {
    if (text.isBlank()) {
      return EMPTY;
    }
    if (text.startsWith("<")) {
      return XML;
    }
    if (text.startsWith("MPX")) {
      return MPX;
    }
    if (text.startsWith("ERMHDR")) {
      return XER;
    }
    if (text.indexOf('\0') >= 0) {
      return UNKNOWN;
    }
    boolean named = name.endsWith(".tjp") || name.endsWith(".tji");
    if (named || JUGGLED.matcher(text).find() && text.contains("{")) {
      return TASKJUGGLER;
    }
    boolean table = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    return table || CsvHeader.looksLikeOne(text) ? CSV : UNKNOWN;
  }

  private static String text(byte[] head) {
    return new String(head, charset(head)).replace("\uFEFF", "").stripLeading();
  }

  private static Charset charset(byte[] head) {
    if (startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
