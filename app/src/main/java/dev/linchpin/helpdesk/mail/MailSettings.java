package dev.linchpin.helpdesk.mail;

import dev.linchpin.platform.Secrets;
import dev.linchpin.platform.Settings;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How mail goes out, and which mail comes in: what an admin set.
@Component
public class MailSettings {
  private static final String PREFIX = "mail.";

  private final Settings settings;
  private final Secrets secrets;

  public MailSettings(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /// What an admin may set.
  ///
  /// @param out sends our mail; not set means that none goes out
  /// @param sender the mailbox address of tickets that came another way; may be empty
  /// @param plus whether answers carry a reply address with "+": most mail servers deliver them
  /// @param strangers whether mail of senders nobody knows opens tickets
  /// @param authority the name our own mail server writes into `Authentication-Results`; empty when
  ///   it writes none, and then no sender is verified by it
  /// @param listen port to hear SMTP on; 0 for none
  /// @param listenAt the network address to hear it on
  public record Values(
      MailServer out,
      String sender,
      boolean plus,
      boolean strangers,
      String authority,
      int listen,
      String listenAt) {}

  public Values get() {
    Map<String, String> all = settings.all(PREFIX);
    return new Values(
        new MailServer(
            all.getOrDefault("out.host", ""),
            Integer.parseInt(all.getOrDefault("out.port", "587")),
            Security.valueOf(all.getOrDefault("out.security", Security.STARTTLS.name())),
            all.getOrDefault("out.login", ""),
            open(all.getOrDefault("out.password", "")),
            grant(open(all.getOrDefault("out.grant", "")))),
        all.getOrDefault("out.sender", ""),
        all.getOrDefault("out.plus", "yes").equals("yes"),
        all.getOrDefault("in.strangers", "no").equals("yes"),
        all.getOrDefault("in.authority", ""),
        Integer.parseInt(all.getOrDefault("in.listen", "0")),
        all.getOrDefault("in.listen-at", "127.0.0.1"));
  }

  public void put(Values values) {
    MailServer out = values.out();
    put("out.host", out.host());
    put("out.port", Integer.toString(out.port()));
    put("out.security", out.security().name());
    put("out.login", out.login());
    put("out.password", sealed(out.password()));
    MailGrant grant = out.grant();
    put("out.grant", grant == null ? "" : sealed(grant.text()));
    put("out.sender", values.sender());
    put("out.plus", values.plus() ? "yes" : "no");
    put("in.strangers", values.strangers() ? "yes" : "no");
    put("in.authority", values.authority());
    put("in.listen", Integer.toString(values.listen()));
    put("in.listen-at", values.listenAt());
  }

  private static @Nullable MailGrant grant(String text) {
    return text.isEmpty() ? null : MailGrant.parse(text);
  }

  private String sealed(String secret) {
    return Base64.getEncoder().encodeToString(secrets.seal(secret));
  }

  private String open(String sealed) {
    return sealed.isEmpty() ? "" : secrets.open(Base64.getDecoder().decode(sealed)).orElse("");
  }

  /// The name of this installation in our mails, made once.
  String instance() {
    return settings
        .get(PREFIX + "instance")
        .orElseGet(() -> {
          put("instance", UUID.randomUUID().toString());
          return text("instance", "");
        });
  }

  /// Until when nothing is sent because too much was; empty when all is well.
  public Optional<Instant> pausedUntil(Instant now) {
    String until = text("out.paused-until", "");
    return until.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.parse(until)).filter(now::isBefore);
  }

  void pauseUntil(Instant until) {
    put("out.paused-until", until.toString());
  }

  /// Whatever stood still goes on at once.
  public void goOn() {
    put("out.paused-until", "");
    works();
  }

  /// The server took mail.
  void works() {
    put("out.failure", "");
    put("out.retry-at", "");
  }

  /// What the server said when nothing could be sent at all; empty when all is well.
  public String failure() {
    return text("out.failure", "");
  }

  void failed(String sentence, Instant retryAt) {
    put("out.failure", sentence);
    put("out.retry-at", retryAt.toString());
  }

  boolean mayTry(Instant now) {
    String at = text("out.retry-at", "");
    return at.isEmpty() || !now.isBefore(Instant.parse(at));
  }

  private String text(String key, String otherwise) {
    return settings.get(PREFIX + key).orElse(otherwise);
  }

  private void put(String key, String value) {
    settings.put(PREFIX + key, value);
  }
}
