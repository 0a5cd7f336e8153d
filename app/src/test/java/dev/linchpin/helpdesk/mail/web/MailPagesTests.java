package dev.linchpin.helpdesk.mail.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.helpdesk.mail.MailGrant;
import dev.linchpin.helpdesk.mail.MailIntake;
import dev.linchpin.helpdesk.mail.MailServer;
import dev.linchpin.helpdesk.mail.MailSettings;
import dev.linchpin.helpdesk.mail.Mailbox;
import dev.linchpin.helpdesk.mail.Mailboxes;
import dev.linchpin.helpdesk.mail.Security;
import dev.linchpin.helpdesk.mail.Taken;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class MailPagesTests {
  @Autowired ApplicationContext context;
  @Autowired Mailboxes boxes;
  @Autowired MailIntake intake;
  @Autowired MailSettings settings;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String address = "desk-" + mark + "@example.org";
  private Browser admin;

  @BeforeEach
  void anAdmin() {
    TestAccounts accounts = TestAccounts.in(context);
    admin = accounts.signedIn(Role.ADMIN);
    admin.get("/admin/mail");
  }

  private Map<String, String> form() {
    var form = new LinkedHashMap<String, String>();
    form.put("name", "Desk " + mark);
    form.put("address", address);
    form.put("host", "imap.example.org");
    form.put("port", "993");
    form.put("security", "TLS");
    form.put("login", "desk");
    form.put("password", "the-secret-" + mark);
    form.put("folder", "INBOX");
    form.put("version", "0");
    return form;
  }

  private Mailbox saved() {
    return boxes.all().stream()
        .filter(box -> box.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMailboxIsSavedAndItsPasswordNeverShownAgain() {
    HttpResponse<String> done = admin.post("/admin/mail/boxes", form());
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(saved().server().password()).isEqualTo("the-secret-" + mark);

    String page = admin.get("/admin/mail/boxes/" + saved().id()).body();
    assertThat(page).contains("imap.example.org").doesNotContain("the-secret");

    var changed = form();
    changed.put("password", "");
    changed.put("folder", "Tickets");
    admin.post("/admin/mail/boxes/" + saved().id(), changed);
    assertThat(saved().folder()).isEqualTo("Tickets");
    assertThat(saved().server().password()).isEqualTo("the-secret-" + mark);
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasTypedStays() {
    var form = form();
    form.put("address", "no address");
    form.put("port", "0");

    HttpResponse<String> again = admin.post("/admin/mail/boxes", form);

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("A port lies between 1 and 65535.", "imap.example.org");
  }

  @Test
  void aStrangersMailIsShownSafelyAndBecomesATicketWhenSomebodySaysYes() {
    Taken taken = aside("<script>alert(1)</script>");
    String page = "/admin/mail/aside/" + taken.mail();

    assertThat(admin.get("/admin/mail").body()).contains("Nobody knows eve-" + mark);
    assertThat(admin.get(page).body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Make it a ticket")
        .doesNotContain("<script>alert");
    HttpResponse<String> original = admin.get(page + "/original");
    assertThat(original.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment");
    HttpResponse<String> layout = admin.get(page + "/layout");
    assertThat(layout.headers().allValues("content-security-policy"))
        .anyMatch(policy -> policy.startsWith("sandbox; default-src 'none'"));
    assertThat(layout.body()).doesNotContain("<script");

    HttpResponse<String> done = admin.post(page + "/ticket", Map.of());
    String ticket = done.headers().firstValue("location").orElseThrow();
    String shown = admin.get(ticket).body();
    assertThat(shown).contains("The mail as it came");
    assertThat(admin.get(page + "/original").statusCode()).isEqualTo(200);
    assertThat(admin.get(path(ticket) + "/mails/" + taken.mail()).body()).contains("Header lines");
    assertThat(admin.get("/t/1/mails/" + taken.mail()).statusCode()).isEqualTo(404);
  }

  private static String path(String address) {
    return address.replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void whatIsThrownAwayIsGone() {
    Taken taken = aside("Buy now");
    String page = "/admin/mail/aside/" + taken.mail();

    admin.post(page + "/removal", Map.of());

    assertThat(admin.get(page).body()).contains("Its text was thrown away.");
    assertThat(admin.get(page + "/original").statusCode()).isEqualTo(404);
  }

  private Taken aside(String text) {
    var box =
        new Mailbox(
            UUID.randomUUID(),
            "Desk",
            address,
            null,
            null,
            false,
            new MailServer("", 993, Security.TLS, "", ""),
            "INBOX",
            false,
            0,
            Mailbox.State.NEW);
    boxes.put(box, "test");
    String raw =
        "From: eve-%s@evil.example\nSubject: %s\nContent-Type: text/html\n\n<pre>%s</pre>%s\n"
            .formatted(mark, text, text.replace("<", "&lt;"), text);
    Taken taken = intake.take(box, "1 1", raw.getBytes(UTF_8));
    assertThat(taken).isInstanceOf(Taken.Waiting.class);
    return taken;
  }

  @Test
  void aTokenSignsInWhereAPasswordIsNotTakenAndItsSecretsStay() {
    Map<String, String> form = form();
    form.put("grant.endpoint", "https://login.example.org/token");
    form.put("grant.client", "client-" + mark);
    form.put("grant.scope", "mail");
    form.put("grant.secret", "");
    HttpResponse<String> no = admin.post("/admin/mail/boxes", form);
    assertThat(no.statusCode()).isEqualTo(422);
    assertThat(no.body()).contains("Enter the client secret or a refresh token.");
    form.put("grant.secret", "client-secret-" + mark);
    assertThat(admin.post("/admin/mail/boxes", form).statusCode()).isEqualTo(303);

    String page = "/admin/mail/boxes/" + saved().id();
    assertThat(admin.get(page).body())
        .contains("client-" + mark, "https://login.example.org/token")
        .doesNotContain("client-secret-" + mark);
    form.put("grant.secret", "");
    form.put("grant.refresh", "refresh-" + mark);
    admin.post(page, form);
    assertThat(saved().server().grant())
        .isEqualTo(
            new MailGrant(
                "https://login.example.org/token",
                "client-" + mark,
                "mail",
                "client-secret-" + mark,
                "refresh-" + mark));

    form.put("version", "1");
    form.put("grant.endpoint", "");
    admin.post(page, form);
    assertThat(saved().server().grant()).isNull();
  }

  @Test
  void theMailServerIsSetAndNothingSecretComesBack() {
    admin.post("/admin/mail/boxes", form());
    var form = new LinkedHashMap<String, String>();
    form.put("host", "smtp.example.org");
    form.put("port", "587");
    form.put("security", "STARTTLS");
    form.put("login", "desk");
    form.put("password", "out-secret-" + mark);
    form.put("sender", address);
    form.put("plus", "yes");
    form.put("authority", "mx.example.org");
    form.put("listen", "");
    form.put("listenAt", "127.0.0.1");
    MailSettings.Values before = settings.get();
    try {
      assertThat(admin.post("/admin/mail/server", form).statusCode()).isEqualTo(303);

      assertThat(settings.get().out().password()).isEqualTo("out-secret-" + mark);
      assertThat(settings.get().strangers()).isFalse();
      assertThat(admin.get("/admin/mail/server").body())
          .contains("smtp.example.org")
          .doesNotContain("out-secret");
      form.put("listen", "99999999");
      form.put("sender", "nobody@example.org");
      assertThat(admin.post("/admin/mail/server", form).body())
          .contains("Enter a port between 1 and 65535", "Choose the mailbox");
    } finally {
      settings.put(before);
    }
  }
}
