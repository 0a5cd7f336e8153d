package dev.linchpin.helpdesk.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The header lines of a mail, the topmost first; what is too many or too long is cut.
final class Headers {
  private static final int LINES_MAX = 500;
  private static final int LINE_MAX = 20_000;
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,400}>");

  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private int count;

  void add(String name, String body) {
    if (count++ < LINES_MAX) {
      lines
          .computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(PlainText.cut(body, LINE_MAX));
    }
  }

  boolean has(String name) {
    return lines.containsKey(name);
  }

  /// @param name in lower case
  String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  List<String> all(String name) {
    return lines.getOrDefault(name, List.of());
  }

  /// The first addresses this header names.
  List<MailAddress> addresses(String name) {
    return all(name).stream().flatMap(body -> MailAddress.all(body).stream()).toList();
  }

  /// Message-IDs in these headers, with their angle brackets, as written, each once.
  List<String> messageIds(String name, int most) {
    return all(name).stream()
        .flatMap(body -> MESSAGE_ID.matcher(body).results())
        .map(found -> PlainText.clean(found.group()))
        .distinct()
        .limit(most)
        .toList();
  }
}
