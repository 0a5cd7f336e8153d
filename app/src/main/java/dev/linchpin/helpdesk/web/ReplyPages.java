package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.CannedReplies;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Which answers do we use often?
@Controller
class ReplyPages {
  private final Access access;
  private final CannedReplies replies;

  ReplyPages(Access access, CannedReplies replies) {
    this.access = access;
    this.replies = replies;
  }

  /// @param change id of the one to put into the form
  @GetMapping("/tickets/replies")
  Page all(Who who, @RequestParam(defaultValue = "") String change) {
    access.require(who, Permission.READ_TICKETS);
    Optional<CannedReplies.CannedReply> chosen =
        replies.all().stream().filter(one -> one.id().toString().equals(change)).findFirst();
    return page(
        who,
        chosen.map(CannedReplies.CannedReply::name).orElse(""),
        chosen.map(CannedReplies.CannedReply::text).orElse(""),
        new Problems());
  }

  @PostMapping("/tickets/replies")
  View put(
      Who who,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    var problems = new Problems();
    if (name.isBlank() || name.length() > CannedReplies.NAME_MAX) {
      problems.add(
          "name", "Enter a name of at most %d characters.".formatted(CannedReplies.NAME_MAX));
    }
    if (text.isBlank() || text.length() > CannedReplies.TEXT_MAX) {
      problems.add(
          "text", "Enter a text of at most %,d characters.".formatted(CannedReplies.TEXT_MAX));
    }
    if (problems.any()) {
      return page(who, name, text, problems).withProblems();
    }
    replies.put(name.strip(), text.strip(), who.name());
    return Going.to("/tickets/replies", "Saved.", request);
  }

  @PostMapping("/tickets/replies/{id}/removal")
  View remove(Who who, @PathVariable UUID id, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    if (replies.find(id).isEmpty()) {
      throw new NotThere("There is no such reply.");
    }
    replies.remove(id, who.name());
    return Going.to("/tickets/replies", "Removed.", request);
  }

  private Page page(Who who, String name, String text, Problems problems) {
    return Page.of(
        "helpdesk/web/replies.jte",
        "Canned replies",
        Place.TICKETS,
        new RepliesView(
            access.may(who, Permission.CHANGE_TICKET),
            CannedReplies.VARIABLES.stream()
                .map(one -> "{" + one + "}")
                .collect(Collectors.joining(", ")),
            replies.all().stream()
                .map(one ->
                    new RepliesView.Row(
                        one.name(),
                        one.text(),
                        "/tickets/replies?change=" + one.id(),
                        "/tickets/replies/" + one.id() + "/removal"))
                .toList(),
            name,
            text,
            problems));
  }
}
