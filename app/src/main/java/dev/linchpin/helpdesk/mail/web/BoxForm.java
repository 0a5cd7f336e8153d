package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.directory.ServiceId;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.mail.MailServer;
import dev.linchpin.helpdesk.mail.Mailbox;
import dev.linchpin.helpdesk.mail.Security;
import dev.linchpin.web.shell.Problems;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody typed about a mailbox.
///
/// @param reads "yes" when it is fetched by IMAP
/// @param password empty to leave it as it is
public record BoxForm(
    @Nullable String name,
    @Nullable String address,
    @Nullable String service,
    @Nullable String queue,
    @Nullable String reads,
    @Nullable String host,
    @Nullable String port,
    @Nullable String security,
    @Nullable String login,
    @Nullable String password,
    @Nullable GrantForm grant,
    @Nullable String folder,
    @Nullable String whole,
    @Nullable String version) {

  static BoxForm blank() {
    return new BoxForm(
        "", "", "", "", "yes", "", "993", Security.TLS.name(), "", "", null, "INBOX", "", "0");
  }

  public GrantForm tokenForm() {
    return grant == null ? GrantForm.NONE : grant;
  }

  static BoxForm of(Mailbox box) {
    return new BoxForm(
        box.name(),
        box.address(),
        box.service() == null ? "" : box.service().toString(),
        box.queue() == null ? "" : box.queue().toString(),
        box.reads() ? "yes" : "",
        box.server().host(),
        Integer.toString(box.server().port()),
        box.server().security().name(),
        box.server().login(),
        "",
        GrantForm.of(box.server().grant()),
        box.folder(),
        box.whole() ? "yes" : "",
        Integer.toString(box.version()));
  }

  /// @param before null for a new one
  Optional<Mailbox> read(
      @Nullable Mailbox before,
      Map<String, String> services,
      Map<String, String> queues,
      Problems problems) {
    Optional<MailServer> server =
        Texts.server(
            host,
            port,
            security,
            login,
            password,
            tokenForm(),
            before == null ? null : before.server(),
            problems);
    if (server.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Mailbox(
              before == null ? UUID.randomUUID() : before.id(),
              Texts.of(name),
              Texts.of(address).toLowerCase(Locale.ROOT),
              chosen(service, services).map(ServiceId::new).orElse(null),
              chosen(queue, queues).map(QueueId::new).orElse(null),
              Texts.of(reads).equals("yes"),
              server.get(),
              Texts.of(folder),
              Texts.of(whole).equals("yes"),
              Texts.number(version, 0),
              before == null ? Mailbox.State.NEW : before.state()));
    } catch (IllegalArgumentException no) {
      String message = Objects.requireNonNull(no.getMessage());
      problems.add(field(message), message);
      return Optional.empty();
    }
  }

  private static String field(String message) {
    return message.contains("address")
        ? "address"
        : message.contains("folder") ? "folder" : message.contains("server") ? "host" : "name";
  }

  private static Optional<UUID> chosen(@Nullable String key, Map<String, String> known) {
    String text = Texts.of(key);
    return text.isEmpty() || !known.containsKey(text)
        ? Optional.empty()
        : Optional.of(UUID.fromString(text));
  }
}
