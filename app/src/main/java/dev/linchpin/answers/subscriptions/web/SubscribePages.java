package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.AnswerFacts;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Outside;
import dev.linchpin.answers.status.Said;
import dev.linchpin.answers.subscriptions.Subscribing;
import dev.linchpin.answers.subscriptions.Subscribing.Asker;
import dev.linchpin.answers.subscriptions.Subscribing.Made;
import dev.linchpin.answers.subscriptions.Subscribing.Wish;
import dev.linchpin.answers.subscriptions.Subscription;
import dev.linchpin.answers.subscriptions.Subscriptions;
import dev.linchpin.answers.subscriptions.Way;
import dev.linchpin.answers.subscriptions.web.SubscribeForm.How;
import dev.linchpin.answers.subscriptions.web.SubscribeView.Ready;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// "Tell me when it changes", for people with an account, for themselves or for a caller.
@Controller
class SubscribePages {
  private final Access access;
  private final AnswerBook book;
  private final Outside outside;
  private final Subscribing subscribing;
  private final Subscriptions subscriptions;
  private final ReadyText readyText;
  private final RowText rowText;
  private final Zone zone;

  SubscribePages(
      Access access,
      AnswerBook book,
      Outside outside,
      Subscribing subscribing,
      Subscriptions subscriptions,
      ReadyText readyText,
      RowText rowText,
      Zone zone) {
    this.access = access;
    this.book = book;
    this.outside = outside;
    this.subscribing = subscribing;
    this.subscriptions = subscriptions;
    this.readyText = readyText;
    this.rowText = rowText;
    this.zone = zone;
  }

  @GetMapping("/p/{ref}/subscriptions")
  Page show(Who who, @PathVariable String ref) {
    AnswerFacts facts = facts(who, ref);
    return page(who, facts, Ready.NOTHING, SubscribeForm.blank(who.email()), new Problems());
  }

  @PostMapping("/p/{ref}/subscriptions")
  View subscribe(
      Who who, @PathVariable String ref, SubscribeForm form, HttpServletRequest request) {
    AnswerFacts facts = facts(who, ref);
    var problems = new Problems();
    Optional<How> how = form.read(ways(who), problems).filter(one -> mayAsk(who, one, problems));
    if (how.isEmpty()) {
      return page(who, facts, Ready.NOTHING, form, problems).withProblems();
    }
    String title = outside.find(facts.ref()).map(Said::title).orElse(facts.title());
    How wish = how.get();
    Made made =
        subscribing.subscribe(
            new Wish(facts.ref(), title, wish.way(), wish.address(), wish.moreThan()),
            new Asker(who, request.getRemoteAddr()),
            zone.instant());
    return switch (made) {
      case Made.Asked _ -> Going.to(address(facts.ref()), ReadyText.asked(wish.address()), request);
      case Made.Ready ready ->
          page(who, facts, readyText.of(ready), SubscribeForm.blank(who.email()), problems);
      case Made.TooMany _ ->
          page(who, facts, Ready.NOTHING, form, problems.add("way", ReadyText.TOO_MANY))
              .withProblems()
              .with(HttpStatus.TOO_MANY_REQUESTS);
      case Made.NoMail _ ->
          page(who, facts, Ready.NOTHING, form, problems.add("way", ReadyText.NO_MAIL))
              .withProblems();
    };
  }

  @PostMapping("/p/{ref}/subscriptions/{id}/end")
  View end(Who who, @PathVariable String ref, @PathVariable String id, HttpServletRequest request) {
    AnswerFacts facts = facts(who, ref);
    Subscription one = load(who, facts.ref(), id);
    subscribing.end(one, who.name(), zone.instant());
    return Going.to(address(facts.ref()), "Stopped. Nothing more goes there.", request);
  }

  private AnswerFacts facts(Who who, String text) {
    access.require(who, Permission.ASK);
    var absent = new NotThere("There is nothing here named " + text + ".");
    Ref ref = Ref.parse(text).orElseThrow(() -> absent);
    if (!(ref instanceof Ref.OfProject || ref instanceof Ref.OfMilestone)) {
      throw absent;
    }
    return book.facts(who, ref, book.asked(who));
  }

  private Subscription load(Who who, Ref ref, String id) {
    var absent = new NotThere("There is no such subscription.");
    try {
      return subscriptions
          .find(UUID.fromString(id))
          .filter(one -> one.ref().equals(ref) && rowText.mayEnd(who, one))
          .orElseThrow(() -> absent);
    } catch (IllegalArgumentException no) {
      throw absent;
    }
  }

  private Set<Way> ways(Who who) {
    return access.may(who, Permission.PROMISE)
        ? Set.of(Way.values())
        : Set.of(Way.MAIL, Way.CALENDAR, Way.ATOM);
  }

  /// Whoever may not tell others dates subscribes only themselves.
  private boolean mayAsk(Who who, How how, Problems problems) {
    boolean own = how.way() != Way.MAIL || how.address().equalsIgnoreCase(who.email());
    if (own || access.may(who, Permission.PROMISE)) {
      return true;
    }
    problems.add("address", "Enter your own address. Help desk agents can add others.");
    return false;
  }

  private Page page(
      Who who, AnswerFacts facts, Ready made, SubscribeForm typed, Problems problems) {
    Ref ref = facts.ref();
    var form = new SubscribeView.Form(address(ref), choices(ways(who)), typed, problems);
    boolean maySee = rowText.maySee(who);
    List<SubscribeView.Row> rows =
        maySee
            ? subscriptions.about(ref).stream().map(one -> rowText.row(who, one)).toList()
            : List.of();
    Map<String, String> crumbs = new LinkedHashMap<>();
    crumbs.put("/projects", "Projects");
    crumbs.put(ref.page(), facts.title());
    return Page.of(
        "answers/subscriptions/web/subscribe.jte",
        "Who hears about " + facts.title(),
        Place.PROJECTS,
        new SubscribeView(crumbs, facts.title(), made, form, maySee, rows));
  }

  static Map<String, String> choices(Set<Way> open) {
    var choices = new LinkedHashMap<String, String>();
    for (Way way : Way.values()) {
      if (open.contains(way)) {
        String words = way.words();
        choices.put(way.code(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
      }
    }
    return choices;
  }

  private static String address(Ref ref) {
    return "/p/" + ref + "/subscriptions";
  }
}
