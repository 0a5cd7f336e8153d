package dev.linchpin.helpdesk.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mark of a ticket in the subject of a mail: "[LP-1002]".
final class SubjectMark {
  private static final Pattern MARK = Pattern.compile("\\[LP-([A-Za-z0-9._-]{1,60})]");
  private static final Pattern ANSWERED =
      Pattern.compile(
          "^(?:(?:re|aw|wg|sv|vs|antw|antwort|fw|fwd|tr|rv|rif|res|odp)(?:\\[\\d+])?\\s*:\\s*)+",
          Pattern.CASE_INSENSITIVE);

  private SubjectMark() {}

  static String of(String number) {
    return "[LP-" + number + "]";
  }

  /// The ticket's number in it.
  static Optional<String> number(String subject) {
    Matcher mark = MARK.matcher(subject);
    return mark.find() ? Optional.of(mark.group(1)) : Optional.empty();
  }

  /// The subject without marks and without "Re:".
  static String without(String subject) {
    String bare = MARK.matcher(subject).replaceAll("").strip();
    return ANSWERED.matcher(bare).replaceFirst("").strip();
  }
}
