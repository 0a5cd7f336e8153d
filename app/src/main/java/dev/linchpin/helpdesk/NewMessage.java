package dev.linchpin.helpdesk;

import static dev.linchpin.platform.Checks.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something somebody wants to say on a ticket.
///
/// @param channel how it came or goes: "phone", "mail", "portal", "api"
/// @param files what came with it
/// @param once what makes a repeated delivery the same message, like a mail's Message-ID; null when
///   nothing does
public record NewMessage(
    Message.Kind kind, String channel, String text, List<File> files, @Nullable String once) {
  public static final int TEXT_MAX = 100_000;
  public static final int FILES_MAX = 20;

  public NewMessage {
    require(!text.isBlank() || !files.isEmpty(), "Enter the text.");
    require(text.length() <= TEXT_MAX, "Keep the text to %,d characters.", TEXT_MAX);
    require(files.size() <= FILES_MAX, "Send at most %d files at once.", FILES_MAX);
    files = List.copyOf(files);
  }

  /// @param name as whoever sent it called it
  @SuppressWarnings("ArrayRecordComponent") // the bytes go to the database and nowhere else
  public record File(String name, byte[] content) {
    public static final int BYTES_MAX = 25_000_000;

    public File {
      checkSize(name, content.length);
    }

    /// @throws IllegalArgumentException with a message for whoever sent it
    public static void checkSize(String name, long bytes) {
      require(
          bytes <= BYTES_MAX,
          "\"%s\" is larger than %d MB. Send it another way.",
          Cells.cut(name, 80),
          BYTES_MAX / 1_000_000);
    }
  }

  /// Whether it came by mail, or is about mail.
  boolean isMail() {
    return channel.equals("mail");
  }

  public static NewMessage of(Message.Kind kind, String text) {
    return new NewMessage(kind, "page", text, List.of(), null);
  }

  public NewMessage by(String other) {
    return new NewMessage(kind, other, text, files, once);
  }

  public NewMessage with(List<File> others) {
    return new NewMessage(kind, channel, text, others, once);
  }

  public NewMessage once(@Nullable String key) {
    return new NewMessage(kind, channel, text, files, key);
  }
}
