package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.helpdesk.mail.MailGrant;
import dev.linchpin.web.shell.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody typed about the token that signs in.
///
/// @param endpoint empty where the password signs in
/// @param secret empty to leave it as it is, "-" for none
/// @param refresh empty to leave it as it is, "-" for none
public record GrantForm(
    @Nullable String endpoint,
    @Nullable String client,
    @Nullable String scope,
    @Nullable String secret,
    @Nullable String refresh) {
  static final GrantForm NONE = new GrantForm("", "", "", "", "");
  private static final String NOTHING = "-";

  static GrantForm of(@Nullable MailGrant grant) {
    return grant == null
        ? NONE
        : new GrantForm(grant.endpoint(), grant.client(), grant.scope(), "", "");
  }

  /// @return null where the password signs in, or where there are problems
  @Nullable MailGrant read(@Nullable MailGrant before, Problems problems) {
    if (Texts.of(endpoint).isEmpty()) {
      return null;
    }
    try {
      return new MailGrant(
          Texts.of(endpoint),
          Texts.of(client),
          Texts.of(scope),
          kept(secret, before == null ? "" : before.secret()),
          kept(refresh, before == null ? "" : before.refresh()));
    } catch (IllegalArgumentException no) {
      String message = Objects.requireNonNull(no.getMessage());
      problems.add("grant." + field(message), message);
      return null;
    }
  }

  private static String kept(@Nullable String typed, String before) {
    String text = Texts.of(typed);
    return text.isEmpty() ? before : text.equals(NOTHING) ? "" : text;
  }

  private static String field(String message) {
    return message.contains("address of the token")
        ? "endpoint"
        : message.contains("client id") ? "client" : message.contains("scope") ? "scope" : "secret";
  }

  public boolean isOpen(Problems problems) {
    return !Texts.of(endpoint).isEmpty()
        || problems.all().keySet().stream().anyMatch(field -> field.startsWith("grant."));
  }
}
