package dev.linchpin.helpdesk.mail;

import java.util.List;

/// A mail as a person may look at it: nothing in it runs or loads anything.
///
/// @param headers as they came
/// @param text all of it
/// @param html cleaned; empty when it had none
/// @param files names and sizes
/// @param leftOut what was beyond the limits, in sentences
public record ShownMail(
    String headers, String text, String html, List<String> files, List<String> leftOut) {
  private static final int HEADERS_MAX = 20_000;
  private static final int TEXT_MAX = 200_000;

  public static ShownMail of(byte[] raw) {
    ReadMail mail = MailReader.read(raw);
    int end = Math.min(MailReader.body(raw), HEADERS_MAX);
    String headers = PlainText.clean(PlainText.guess(java.util.Arrays.copyOf(raw, end)));
    return new ShownMail(
        headers.strip(),
        PlainText.cut(mail.text(), TEXT_MAX),
        mail.html(),
        mail.files().stream()
            .map(file -> "%s, %,d kB".formatted(file.name(), (file.content().length + 999) / 1_000))
            .toList(),
        mail.leftOut());
  }
}
