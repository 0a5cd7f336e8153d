package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.access.NotThere;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Said;
import dev.linchpin.answers.status.StatusPage;
import dev.linchpin.answers.subscriptions.Subscribing;
import dev.linchpin.answers.subscriptions.Subscribing.Asker;
import dev.linchpin.answers.subscriptions.Subscribing.Made;
import dev.linchpin.answers.subscriptions.Subscribing.Wish;
import dev.linchpin.answers.subscriptions.Way;
import dev.linchpin.answers.subscriptions.web.SubscribeForm.How;
import dev.linchpin.answers.subscriptions.web.SubscribeView.Ready;
import dev.linchpin.planning.DateWords;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One piece of planned work for everybody, and "tell me when it changes" without an account. No
/// webhooks here: an open form must not make us post to others.
@Controller
class WorkPages {
  private static final Set<Way> WAYS = Set.of(Way.MAIL, Way.CALENDAR, Way.ATOM);

  private final StatusPage status;
  private final Subscribing subscribing;
  private final ReadyText readyText;
  private final Zone zone;

  WorkPages(StatusPage status, Subscribing subscribing, ReadyText readyText, Zone zone) {
    this.status = status;
    this.subscribing = subscribing;
    this.readyText = readyText;
    this.zone = zone;
  }

  @GetMapping("/status/dates/{ref}")
  Page show(@PathVariable String ref) {
    return page(said(ref), Ready.NOTHING, "", SubscribeForm.blank(""), new Problems());
  }

  @PostMapping("/status/dates/{ref}/subscriptions")
  Page subscribe(@PathVariable String ref, SubscribeForm form, HttpServletRequest request) {
    Said said = said(ref);
    var problems = new Problems();
    Optional<How> how = form.read(WAYS, problems);
    if (how.isEmpty()) {
      return page(said, Ready.NOTHING, "", form, problems).withProblems();
    }
    How wish = how.get();
    Made made =
        subscribing.subscribe(
            new Wish(said.ref(), said.title(), wish.way(), wish.address(), wish.moreThan()),
            new Asker(null, request.getRemoteAddr()),
            zone.instant());
    return switch (made) {
      case Made.Asked _ ->
          page(said, Ready.NOTHING, ReadyText.asked(wish.address()), form, problems);
      case Made.Ready ready ->
          page(said, readyText.of(ready), "", SubscribeForm.blank(""), problems);
      case Made.TooMany _ ->
          page(said, Ready.NOTHING, "", form, problems.add("way", ReadyText.TOO_MANY))
              .withProblems()
              .with(HttpStatus.TOO_MANY_REQUESTS);
      case Made.NoMail _ ->
          page(
                  said,
                  Ready.NOTHING,
                  "",
                  form,
                  problems.add("way", "We cannot send mail yet. Choose a calendar or a feed."))
              .withProblems();
    };
  }

  private Said said(String text) {
    return Ref.parse(text)
        .flatMap(status::work)
        .orElseThrow(() -> new NotThere("There is nothing here named " + text + "."));
  }

  private Page page(Said said, Ready made, String sent, SubscribeForm typed, Problems problems) {
    String action = "/status/dates/" + said.ref() + "/subscriptions";
    var form = new SubscribeView.Form(action, SubscribePages.choices(WAYS), typed, problems);
    String checked =
        new DateWords(zone.today()).day(said.checkedAt().atZone(zone.id()).toLocalDate());
    return Page.of(
        "answers/subscriptions/web/planned.jte",
        said.title(),
        null,
        new SubscribeView.Work(
            said.title(), said.words(), "Checked on " + checked + ".", made, sent, form));
  }
}
