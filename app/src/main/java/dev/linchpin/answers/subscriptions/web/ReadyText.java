package dev.linchpin.answers.subscriptions.web;

import dev.linchpin.answers.subscriptions.Subscribing.Made;
import dev.linchpin.answers.subscriptions.Subscription;
import dev.linchpin.answers.subscriptions.Webhooks;
import dev.linchpin.answers.subscriptions.web.SubscribeView.Ready;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What people read after they asked to hear of changes.
@Component
class ReadyText {
  static final String TOO_MANY =
      "Too many such wishes came within an hour. Nothing was changed. Wait an hour, try again.";
  static final String NO_MAIL =
      "Mail cannot be offered yet: an admin has to say the address of Linchpin under Status page."
          + " A calendar or feed works.";

  private final Webhooks webhooks;

  ReadyText(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  static String asked(String address) {
    return "If " + address + " can get mail, a mail is on its way. It has to be confirmed there.";
  }

  Ready of(Made.Ready ready) {
    Subscription one = ready.subscription();
    return switch (one.way()) {
      case CALENDAR ->
          new Ready(
              "Add this address to your calendar program. It is shown only now, and only you know"
                  + " it.",
              feed(ready.secret(), "dates.ics"),
              "");
      case ATOM ->
          new Ready(
              "Add this address to your feed reader. It is shown only now, and only you know it.",
              feed(ready.secret(), "news.atom"),
              "");
      case WEBHOOK, MAIL ->
          new Ready(
              "The webhook is on. Its receiver checks signatures with this key, shown only now.",
              "",
              webhooks.signingKey(one));
    };
  }

  static String feed(String secret, String file) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/feeds/" + secret + "/" + file)
        .build()
        .toUriString();
  }
}
