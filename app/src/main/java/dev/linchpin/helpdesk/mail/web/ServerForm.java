package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.helpdesk.mail.MailSettings;
import dev.linchpin.web.shell.Problems;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody typed about the way mail goes out and comes in.
///
/// @param password empty to leave it as it is
public record ServerForm(
    @Nullable String host,
    @Nullable String port,
    @Nullable String security,
    @Nullable String login,
    @Nullable String password,
    @Nullable GrantForm grant,
    @Nullable String sender,
    @Nullable String plus,
    @Nullable String strangers,
    @Nullable String authority,
    @Nullable String listen,
    @Nullable String listenAt) {

  static ServerForm of(MailSettings.Values values) {
    return new ServerForm(
        values.out().host(),
        Integer.toString(values.out().port()),
        values.out().security().name(),
        values.out().login(),
        "",
        GrantForm.of(values.out().grant()),
        values.sender(),
        values.plus() ? "yes" : "",
        values.strangers() ? "yes" : "",
        values.authority(),
        values.listen() == 0 ? "" : Integer.toString(values.listen()),
        values.listenAt());
  }

  public GrantForm tokenForm() {
    return grant == null ? GrantForm.NONE : grant;
  }

  Optional<MailSettings.Values> read(
      MailSettings.Values before, Set<String> senders, Problems problems) {
    var server =
        Texts.server(host, port, security, login, password, tokenForm(), before.out(), problems);
    String from = Texts.of(sender);
    if (!Texts.of(host).isEmpty() && !senders.contains(from)) {
      problems.add("sender", "Choose the mailbox that answers come from. Add one first.");
    }
    String port = Texts.of(listen);
    int heard = Texts.number(listen, port.isEmpty() ? 0 : -1);
    if (heard < 0 || heard > 65_535) {
      problems.add("listen", "Enter a port between 1 and 65535, or nothing.");
    }
    String at = Texts.of(listenAt);
    if (!at.matches("[0-9a-fA-F.:]{2,45}")) {
      problems.add("listenAt", "Enter a network address, like 127.0.0.1.");
    }
    String authority = Texts.of(this.authority);
    if (authority.length() > 250) {
      problems.add("authority", "Enter a name like mx.example.org.");
    }
    return problems.any() || server.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MailSettings.Values(
                server.get(),
                from,
                Texts.of(plus).equals("yes"),
                Texts.of(strangers).equals("yes"),
                authority,
                heard,
                at));
  }
}
