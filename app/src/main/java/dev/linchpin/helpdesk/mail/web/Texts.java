package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.helpdesk.mail.MailGrant;
import dev.linchpin.helpdesk.mail.MailServer;
import dev.linchpin.helpdesk.mail.Security;
import dev.linchpin.web.shell.Problems;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what was typed into these forms, and writes moments.
final class Texts {
  private Texts() {}

  static String of(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  static int number(@Nullable String typed, int otherwise) {
    try {
      return Integer.parseInt(of(typed));
    } catch (NumberFormatException no) {
      return otherwise;
    }
  }

  static Map<String, String> securities() {
    var all = new LinkedHashMap<String, String>();
    Arrays.stream(Security.values()).forEach(one -> all.put(one.name(), one.words()));
    return all;
  }

  /// @param password empty to leave it as it was
  static Optional<MailServer> server(
      @Nullable String host,
      @Nullable String port,
      @Nullable String security,
      @Nullable String login,
      @Nullable String password,
      GrantForm grant,
      @Nullable MailServer before,
      Problems problems) {
    if (!securities().containsKey(of(security))) {
      problems.add("security", "Choose how the connection is kept safe.");
      return Optional.empty();
    }
    MailGrant token = grant.read(before == null ? null : before.grant(), problems);
    if (problems.any()) {
      return Optional.empty();
    }
    String known = before == null ? "" : before.password();
    try {
      return Optional.of(
          new MailServer(
              of(host),
              number(port, 0),
              Security.valueOf(of(security)),
              of(login),
              password == null || password.isEmpty() ? known : password,
              token));
    } catch (IllegalArgumentException no) {
      String message = Objects.requireNonNull(no.getMessage());
      problems.add(
          message.contains("port") ? "port" : message.contains("sign in") ? "login" : "host",
          message);
      return Optional.empty();
    }
  }
}
