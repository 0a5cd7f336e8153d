package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.NewMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail says, within limits.
///
/// @param from null when it names no sender that can be read
/// @param to everybody it was sent to, and where it was delivered
/// @param messageId with its angle brackets; empty when it has none
/// @param references the mails it answers, the nearest first
/// @param date as its sender's clock said; null when unknown
/// @param text all of it, quotes too; HTML made text
/// @param html cleaned; empty when it had none
/// @param report null unless it tells what became of a mail
/// @param leftOut what was beyond the limits, in sentences; it is in the mail as it came
/// @param fingerprint the same for the same mail, whatever way it came
record ReadMail(
    @Nullable MailAddress from,
    List<MailAddress> to,
    String messageId,
    List<String> references,
    String subject,
    @Nullable Instant date,
    String text,
    String html,
    List<NewMessage.File> files,
    @Nullable DeliveryReport report,
    List<String> leftOut,
    String fingerprint,
    Headers headers) {
  ReadMail {
    to = List.copyOf(to);
    references = List.copyOf(references);
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /// What it is about, without "Re:" and the ticket's own mark; for a ticket's title.
  String title() {
    String title = SubjectMark.without(subject);
    if (!title.isEmpty()) {
      return title;
    }
    String first =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    return first.isEmpty() ? "Mail without a subject" : PlainText.line(first, 120);
  }
}
