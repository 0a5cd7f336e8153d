package dev.linchpin.helpdesk.mail;

import dev.linchpin.platform.Secrets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// The address to answer to, made for one person and one ticket: "support+3f…9c@example.org".
/// Whoever writes there was sent our mail; nobody else can work the 128 bits out.
@Component
class ReplyAddress {
  private static final int BYTES = 16;

  private final Secrets secrets;

  ReplyAddress(Secrets secrets) {
    this.secrets = secrets;
  }

  String token(long ticket, String recipient) {
    byte[] all = secrets.sign("reply-address", ticket + "\n" + recipient);
    return HexFormat.of().formatHex(Arrays.copyOf(all, BYTES));
  }

  /// @param mailbox the address our mail comes from
  static String of(String mailbox, String token) {
    int at = mailbox.indexOf('@');
    return mailbox.substring(0, at) + "+" + token + mailbox.substring(at);
  }

  static boolean isToken(String detail) {
    return detail.length() == 2 * BYTES && detail.matches("[0-9a-f]+");
  }
}
