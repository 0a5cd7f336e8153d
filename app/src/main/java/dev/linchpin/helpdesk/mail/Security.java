package dev.linchpin.helpdesk.mail;

/// How a connection to a mail server is kept from being read on the way.
public enum Security {
  TLS("TLS from the first byte"),
  STARTTLS("STARTTLS, always"),
  NONE("none: only within one machine or network");

  private final String words;

  Security(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
