package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.mail.MailSettings;
import dev.linchpin.helpdesk.mail.MailTrial;
import dev.linchpin.helpdesk.mail.Mailboxes;
import dev.linchpin.platform.Audit;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// How does mail go out, and whose mail comes in?
@Controller
class ServerPages {
  private final Access access;
  private final MailSettings settings;
  private final Mailboxes boxes;
  private final MailTrial trial;
  private final Audit audit;

  ServerPages(Access access, MailSettings settings, Mailboxes boxes, MailTrial trial, Audit audit) {
    this.access = access;
    this.settings = settings;
    this.boxes = boxes;
    this.trial = trial;
    this.audit = audit;
  }

  @GetMapping("/admin/mail/server")
  Page show(Who who) {
    access.require(who, Permission.ADMINISTER);
    return page(ServerForm.of(settings.get()), new Problems());
  }

  @PostMapping("/admin/mail/server")
  View change(Who who, ServerForm form, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    var problems = new Problems();
    Optional<MailSettings.Values> values = form.read(settings.get(), senders().keySet(), problems);
    if (values.isEmpty()) {
      return page(form, problems).withProblems();
    }
    settings.put(values.get());
    settings.goOn();
    audit.add(who.name(), "changed the mail server", "mail", values.get().out().words());
    return Going.to("/admin/mail/server", "Saved.", request);
  }

  /// Sends a mail to whoever tries, with what was saved last.
  @PostMapping("/admin/mail/server/trial")
  View tryOut(Who who, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    MailSettings.Values values = settings.get();
    String words =
        !values.out().isSet() || who.email().isEmpty()
            ? "Set a mail server first."
            : trial.send(values, who.email()).words();
    return Going.to("/admin/mail/server", words, request);
  }

  private Page page(ServerForm form, Problems problems) {
    var view =
        new ServerView(form, settings.get().out().isSet(), Texts.securities(), senders(), problems);
    return Page.of("helpdesk/mail/web/server.jte", "Mail server", null, view);
  }

  private Map<String, String> senders() {
    var all = new LinkedHashMap<String, String>();
    all.put("", "none yet");
    boxes.all().forEach(box -> all.put(box.address(), box.name() + ", " + box.address()));
    return all;
  }
}
