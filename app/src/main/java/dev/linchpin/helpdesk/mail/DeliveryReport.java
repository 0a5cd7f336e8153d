package dev.linchpin.helpdesk.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a mail server tells became of a mail we sent (RFC 3464).
///
/// @param failed addresses it could not be delivered to, in lower case
/// @param why in the words of the server; may be empty
/// @param messageIds Message-IDs the report names: ours is among them if it is about our mail
record DeliveryReport(List<String> failed, String why, List<String> messageIds) {
  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?im)^(?:final|original)-recipient:\\s*rfc822;\\s*<?([^\\s<>;]+@[^\\s<>;]+)");
  private static final Pattern DIAGNOSTIC =
      Pattern.compile(
          "(?im)^diagnostic-code:\\s*(?:[a-z0-9-]+;)?\\s*(.{1,300}(?:\\n[ \\t].{1,300}){0,3})");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^status:\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})");
  private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*failed");
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,400}>");
  private static final int MANY = 50;

  DeliveryReport {
    failed = List.copyOf(failed);
    messageIds = List.copyOf(messageIds);
  }

  /// @param status the part for machines; empty when the report has none
  /// @param original what it quotes of our mail, and what it says to people
  static DeliveryReport of(String status, String original) {
    List<String> failed =
        Stream.of(status.split("\\n\\s*\\n"))
            .filter(block -> ACTION.matcher(block).find())
            .flatMap(block -> RECIPIENT.matcher(block).results())
            .map(found -> PlainText.line(found.group(1), 200).toLowerCase(Locale.ROOT))
            .distinct()
            .limit(MANY)
            .toList();
    List<String> ids =
        MESSAGE_ID
            .matcher(original)
            .results()
            .map(found -> found.group())
            .distinct()
            .limit(MANY)
            .toList();
    return new DeliveryReport(failed, why(status), ids);
  }

  private static String why(String status) {
    Matcher words = DIAGNOSTIC.matcher(status);
    if (words.find()) {
      return PlainText.line(words.group(1), 300);
    }
    Matcher code = STATUS.matcher(status);
    return code.find() ? "status " + code.group(1) : "";
  }
}
