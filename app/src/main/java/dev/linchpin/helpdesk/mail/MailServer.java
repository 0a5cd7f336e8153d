package dev.linchpin.helpdesk.mail;

import static dev.linchpin.platform.Checks.require;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A mail server and how to sign in there.
///
/// @param host empty when none is set
/// @param login empty to use it without signing in
/// @param grant what gets a token that signs in; null for the password
public record MailServer(
    String host,
    int port,
    Security security,
    String login,
    String password,
    @Nullable MailGrant grant) {
  static final MailServer NONE = new MailServer("", 587, Security.STARTTLS, "", "");
  private static final String WAIT_MILLIS = "30000";

  public MailServer {
    host = host.strip().toLowerCase(Locale.ROOT);
    require(
        host.length() <= 250 && !host.matches(".*[\\s/@].*"),
        "Enter a name like mail.example.org.");
    require(1 <= port && port <= 65_535, "A port lies between 1 and 65535.");
    require(login.length() <= 250 && password.length() <= 1_000, "Keep it shorter.");
    require(grant == null || !login.isEmpty(), "Enter the name to sign in: the address.");
  }

  /// One that takes a password.
  public MailServer(String host, int port, Security security, String login, String password) {
    this(host, port, security, login, password, null);
  }

  public boolean isSet() {
    return !host.isEmpty();
  }

  /// "mail.example.org, port 993"
  public String words() {
    return host + ", port " + port;
  }

  /// @param protocol "imap" or "smtp"
  Properties properties(String protocol) {
    String prefix = "mail." + protocol + ".";
    var all = new Properties();
    all.setProperty(prefix + "host", host);
    all.setProperty(prefix + "port", Integer.toString(port));
    all.setProperty(prefix + "connectiontimeout", WAIT_MILLIS);
    all.setProperty(prefix + "timeout", WAIT_MILLIS);
    all.setProperty(prefix + "writetimeout", WAIT_MILLIS);
    all.setProperty(prefix + "ssl.enable", Boolean.toString(security == Security.TLS));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
    all.setProperty(prefix + "starttls.required", Boolean.toString(security == Security.STARTTLS));
    all.setProperty(prefix + "auth", Boolean.toString(!login.isEmpty()));
    if (grant != null) {
      all.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    return all;
  }

  /// Never the password.
  @Override
  public String toString() {
    return words();
  }
}
