package dev.linchpin.helpdesk.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;

/// What went wrong with a mail server, for people.
final class MailTrouble {
  private MailTrouble() {}

  static String words(MessagingException trouble, MailServer server) {
    if (trouble instanceof MailTokens.Refused) {
      return String.valueOf(trouble.getMessage());
    }
    if (trouble instanceof AuthenticationFailedException && server.grant() != null) {
      return server.words()
          + " did not take the token. Look at the name, the scope and the rights.";
    }
    if (trouble instanceof AuthenticationFailedException) {
      return server.words() + " did not take the name or the password. Enter them again.";
    }
    if (trouble instanceof FolderNotFoundException) {
      return server.words() + " has no such folder. Look at its name.";
    }
    return switch (cause(trouble)) {
      case UnknownHostException _ -> "Nobody knows a server named " + server.host() + ".";
      case SocketTimeoutException _ ->
          server.words() + " does not answer in time. Look at the port and the firewall.";
      case ConnectException _ ->
          "Nothing answers at " + server.words() + ". Look at the name and the port.";
      case SSLException _ ->
          server.words() + " and we cannot agree on TLS. Look at the port and its certificate.";
      default -> server.words() + " said: " + PlainText.line(last(trouble), 300);
    };
  }

  private static Throwable cause(MessagingException trouble) {
    Throwable at = trouble;
    while (true) {
      Throwable next =
          at instanceof MessagingException one && one.getNextException() != null
              ? one.getNextException()
              : at.getCause();
      if (next == null) {
        return at;
      }
      at = next;
    }
  }

  /// What the innermost of them says.
  static String last(MessagingException trouble) {
    Throwable cause = cause(trouble);
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }
}
