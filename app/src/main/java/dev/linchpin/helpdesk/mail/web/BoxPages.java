package dev.linchpin.helpdesk.mail.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.mail.MailTrial;
import dev.linchpin.helpdesk.mail.Mailbox;
import dev.linchpin.helpdesk.mail.Mailboxes;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Which addresses' mail becomes tickets?
@Controller
class BoxPages {
  private final Access access;
  private final Mailboxes boxes;
  private final Services services;
  private final Queues queues;
  private final MailTrial trial;
  private final Zone zone;

  BoxPages(
      Access access,
      Mailboxes boxes,
      Services services,
      Queues queues,
      MailTrial trial,
      Zone zone) {
    this.access = access;
    this.boxes = boxes;
    this.services = services;
    this.queues = queues;
    this.trial = trial;
    this.zone = zone;
  }

  @GetMapping("/admin/mail/boxes/new")
  Page blank(Who who) {
    access.require(who, Permission.ADMINISTER);
    return page(null, BoxForm.blank(), new Problems());
  }

  @PostMapping("/admin/mail/boxes")
  View add(Who who, BoxForm form, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    return save(who, null, form, request);
  }

  @GetMapping("/admin/mail/boxes/{id}")
  Page show(Who who, @PathVariable String id) {
    access.require(who, Permission.ADMINISTER);
    Mailbox box = box(id);
    return page(box, BoxForm.of(box), new Problems());
  }

  @PostMapping("/admin/mail/boxes/{id}")
  View change(Who who, @PathVariable String id, BoxForm form, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    return save(who, box(id), form, request);
  }

  /// Tries what was saved last, and says what happened.
  @PostMapping("/admin/mail/boxes/{id}/trial")
  View tryOut(Who who, @PathVariable String id, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    Mailbox box = box(id);
    return Going.to(address(box), trial.read(box).words(), request);
  }

  private View save(Who who, @Nullable Mailbox before, BoxForm form, HttpServletRequest request) {
    var problems = new Problems();
    Optional<Mailbox> box = form.read(before, services(), queues(), problems);
    try {
      if (box.isPresent() && !boxes.put(box.get(), who.name())) {
        problems.add("name", "Somebody changed it meanwhile. Look at it again.");
      }
    } catch (DuplicateKeyException taken) {
      problems.add("address", "There is a mailbox with this address.");
    }
    return problems.any() || box.isEmpty()
        ? page(before, form, problems).withProblems()
        : Going.to(address(box.get()), "Saved. It is read within half a minute.", request);
  }

  private Page page(@Nullable Mailbox box, BoxForm form, Problems problems) {
    String heading = box == null ? "New mailbox" : box.name();
    var view =
        new BoxView(
            heading,
            box == null ? "/admin/mail/boxes" : address(box),
            box == null ? "" : address(box) + "/trial",
            box == null ? "" : state(box),
            form,
            with("not one service", services()),
            with("the queue of the service", queues()),
            Texts.securities(),
            problems);
    return Page.of("helpdesk/mail/web/box.jte", heading, null, view);
  }

  private String state(Mailbox box) {
    if (!box.reads()) {
      return "It is not fetched. Mail comes in when your mail server forwards it.";
    }
    Instant read = box.state().readAt();
    String last =
        read == null ? "It was not read yet." : "Last read " + Dates.moment(read, zone.id()) + ".";
    return box.state().failure().isEmpty() ? last : box.state().failure() + " " + last;
  }

  private Map<String, String> services() {
    var all = new LinkedHashMap<String, String>();
    services.all().forEach(service -> all.put(service.id().toString(), service.name()));
    return all;
  }

  private Map<String, String> queues() {
    var all = new LinkedHashMap<String, String>();
    queues.all().forEach(queue -> all.put(queue.id().toString(), queue.name()));
    return all;
  }

  private static Map<String, String> with(String none, Map<String, String> others) {
    var all = new LinkedHashMap<String, String>();
    all.put("", none);
    all.putAll(others);
    return all;
  }

  private Mailbox box(String id) {
    return Typed.id(id)
        .flatMap(boxes::find)
        .orElseThrow(() -> new NotThere("There is no such mailbox."));
  }

  private static String address(Mailbox box) {
    return "/admin/mail/boxes/" + box.id();
  }
}
