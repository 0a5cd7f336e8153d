package dev.linchpin.helpdesk.mail;

import java.util.Locale;
import java.util.regex.Pattern;

/// What our own mail server found out about a sender (RFC 8601).
final class SenderProof {
  private static final Pattern DMARC_PASS = Pattern.compile("[;\\s]dmarc\\s*=\\s*pass\\b");

  private SenderProof() {}

  /// Whether the topmost result with our server's name says that DMARC passed. Others may have
  /// written the results below it, and results in any other name.
  ///
  /// @param authority the name our server writes; empty when it writes none
  static boolean has(ReadMail mail, String authority) {
    String name = authority.strip().toLowerCase(Locale.ROOT);
    return !name.isEmpty()
        && mail.headers().all("authentication-results").stream()
            .map(line -> line.strip().toLowerCase(Locale.ROOT))
            .filter(line -> line.split("[;\\s]", 2)[0].equals(name))
            .findFirst()
            .map(line -> DMARC_PASS.matcher(line).find())
            .orElse(false);
  }
}
