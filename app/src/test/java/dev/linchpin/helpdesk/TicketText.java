package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Ticket files for tests, written as text.
final class TicketText {
  private TicketText() {}

  static Path file(String text) {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(String text, Charset charset) {
    return file(text.getBytes(charset));
  }

  static Path file(byte[] bytes) {
    try {
      Path file = Files.createTempFile("tickets", ".csv");
      file.toFile().deleteOnExit();
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TicketHistory read(String text) {
    return read(file(text));
  }

  static TicketHistory read(Path file) {
    TicketFile read = TicketCsv.read(file);
    assertThat(read).isInstanceOf(TicketFile.Read.class);
    return ((TicketFile.Read) read).history();
  }

  static String refusal(byte[] bytes) {
    TicketFile read = TicketCsv.read(file(bytes));
    assertThat(read).isInstanceOf(TicketFile.Refused.class);
    return ((TicketFile.Refused) read).sentence();
  }

  static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }
}
