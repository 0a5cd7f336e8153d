package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.access.Brake;
import dev.linchpin.answers.subscriptions.Subscribing;
import dev.linchpin.answers.subscriptions.Subscription;
import dev.linchpin.answers.subscriptions.Subscriptions;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Where the links in mails lead. Only a POST acts: mail scanners open every link.
@Controller
class SubscriptionPages {
  private final Subscriptions subscriptions;
  private final Subscribing subscribing;
  private final Brake brake;
  private final Zone zone;

  SubscriptionPages(Subscriptions subscriptions, Subscribing subscribing, Brake brake, Zone zone) {
    this.subscriptions = subscriptions;
    this.subscribing = subscribing;
    this.brake = brake;
    this.zone = zone;
  }

  @GetMapping("/subscriptions/{secret}")
  Page show(@PathVariable String secret, HttpServletRequest request) {
    return subscriptions
        .with(secret)
        .map(one -> page(one, secret))
        .orElseGet(() -> nothing(request));
  }

  @PostMapping("/subscriptions/{secret}/confirmation")
  View confirm(@PathVariable String secret, HttpServletRequest request) {
    Optional<Subscription> found = subscriptions.with(secret);
    if (found.isEmpty()) {
      return nothing(request);
    }
    subscribing.confirm(found.get(), zone.instant());
    return Going.to("/subscriptions/" + secret);
  }

  /// Also what mail programs send when somebody presses their "unsubscribe" (RFC 8058).
  @PostMapping("/subscriptions/{secret}/end")
  View end(@PathVariable String secret, HttpServletRequest request) {
    Optional<Subscription> found = subscriptions.with(secret);
    if (found.isEmpty()) {
      return nothing(request);
    }
    subscribing.end(found.get(), "", zone.instant());
    return Going.to("/subscriptions/" + secret);
  }

  private static Page page(Subscription one, String secret) {
    String address = "/subscriptions/" + secret;
    SubscribeView.One view;
    if (one.endedAt() != null) {
      view =
          new SubscribeView.One(
              "You hear no more about " + one.title(), "This has ended.", one.endedWhy(), "", "");
    } else if (one.confirmedAt() == null) {
      view =
          new SubscribeView.One(
              "Do you want to hear about " + one.title() + "?",
              "We write to " + one.address() + " when its date changes " + one.wish() + ".",
              "If you did not ask for this, close this page. Then we never write to you.",
              address + "/confirmation",
              "");
    } else {
      view =
          new SubscribeView.One(
              "You hear about " + one.title(),
              "You hear " + one.way().words() + " when its date changes " + one.wish() + ".",
              "",
              "",
              address + "/end");
    }
    return Page.of("answers/subscriptions/web/subscription.jte", view.headline(), null, view);
  }

  private Page nothing(HttpServletRequest request) {
    boolean tooOften = brake.countWrong("subscription", request.getRemoteAddr()).isPresent();
    var view =
        new SubscribeView.One(
            "There is nothing here",
            "This address leads nowhere. Such addresses are long; a part of it may be missing.",
            "Open the link in the mail again. What was not confirmed for three days is forgotten.",
            "",
            "");
    return Page.of("answers/subscriptions/web/subscription.jte", view.headline(), null, view)
        .with(tooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.NOT_FOUND);
  }
}
