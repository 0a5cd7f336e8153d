package dev.linchpin.helpdesk.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/// Bytes and header lines of mails as text that a database and a page can hold.
final class PlainText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\\t\\n]]|[\\x{D800}-\\x{DFFF}]|[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private PlainText() {}

  /// Text in the character set it names. Where that is unknown or plainly wrong: UTF-8 if it can
  /// be, else Windows-1252, in which every byte means something.
  static String of(byte[] bytes, @Nullable String charset) {
    Charset named = charset(charset);
    if (named == null || named.equals(StandardCharsets.US_ASCII)) {
      return clean(guess(bytes));
    }
    return clean(named.equals(StandardCharsets.UTF_8) ? guess(bytes) : new String(bytes, named));
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      Charset found = name == null ? null : Charset.forName(name.strip());
      return found == null || !found.canEncode() ? null : found;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }

  /// UTF-8 if it can be, else Windows-1252.
  static String guess(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, WINDOWS);
    }
  }

  /// Lines end with "\n"; what no page shows and what turns text around is gone.
  static String clean(String text) {
    return UNWANTED.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
  }

  /// One line of at most so many characters.
  static String line(String text, int most) {
    return cut(BLANKS.matcher(clean(text)).replaceAll(" ").strip(), most);
  }

  /// The body of a header line, with encoded words read.
  static String header(String body, int most) {
    String cut = cut(body, 4 * most);
    try {
      return line(
          DecoderUtil.decodeEncodedWords(cut, DecodeMonitor.SILENT, StandardCharsets.UTF_8), most);
    } catch (IllegalArgumentException unreadable) {
      return line(cut, most);
    }
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
