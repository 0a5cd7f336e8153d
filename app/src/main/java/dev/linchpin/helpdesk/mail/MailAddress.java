package dev.linchpin.helpdesk.mail;

import static dev.linchpin.platform.Checks.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/// Somebody's address in a mail: "Ruth Adler", "ruth.adler@lakeside.example".
///
/// @param name may be empty; whoever sent the mail chose it
/// @param address in lower case
record MailAddress(String name, String address) {
  private static final int LENGTH_MAX = 200;
  private static final int MANY = 200;
  private static final Pattern SHAPE = Pattern.compile("[^@\\s<>\",;:]{1,120}@[^@\\s<>\",;:]+");

  MailAddress {
    address = address.strip().toLowerCase(Locale.ROOT);
    require(isAddress(address), "Enter an address like support@example.org.");
    name = PlainText.line(name, LENGTH_MAX);
  }

  static boolean isAddress(String text) {
    return text.length() <= LENGTH_MAX && SHAPE.matcher(text).matches();
  }

  /// All addresses of a header's body that can be read; the others are left out.
  static List<MailAddress> all(String body) {
    var found = new ArrayList<MailAddress>();
    try {
      for (Mailbox one : LenientAddressParser.DEFAULT.parseAddressList(body).flatten()) {
        if (found.size() < MANY) {
          of(one).ifPresent(found::add);
        }
      }
    } catch (RuntimeException unreadable) { // the parser fails on some rare nonsense
      return found;
    }
    return found;
  }

  private static Optional<MailAddress> of(Mailbox one) {
    String address = PlainText.line(one.getAddress(), LENGTH_MAX).toLowerCase(Locale.ROOT);
    String name = one.getName() == null ? "" : one.getName();
    return isAddress(address) ? Optional.of(new MailAddress(name, address)) : Optional.empty();
  }

  /// What stands before the "@".
  String local() {
    return address.substring(0, address.indexOf('@'));
  }

  String domain() {
    return address.substring(address.indexOf('@') + 1);
  }

  /// The address without what stands between "+" and "@".
  String plain() {
    int plus = local().indexOf('+');
    return plus < 0 ? address : local().substring(0, plus) + "@" + domain();
  }

  /// What stands between "+" and "@"; may be empty.
  String detail() {
    int plus = local().indexOf('+');
    return plus < 0 ? "" : local().substring(plus + 1);
  }

  /// The name, else the address.
  String words() {
    return name.isEmpty() ? address : name;
  }
}
