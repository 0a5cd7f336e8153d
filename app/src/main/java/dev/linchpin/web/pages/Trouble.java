package dev.linchpin.web.pages;

import java.util.Arrays;
import org.springframework.http.HttpStatus;

/// What can go wrong with a request, in words: what happened, what still works, what to do.
enum Trouble {
  UNREADABLE(
      HttpStatus.BAD_REQUEST,
      "We could not read this",
      "The address or the form has a part that we do not understand.",
      "Nothing was changed.",
      "Go back and try again. If you typed the address, check it."),
  SIGNED_OUT(
      HttpStatus.UNAUTHORIZED,
      "You are signed out",
      "This page needs to know who you are.",
      "Nothing was changed.",
      "Sign in, then open the page again."),
  NOT_YOURS(
      HttpStatus.FORBIDDEN,
      "Your account may not do this",
      "This needs a role that your account does not have.",
      "Nothing was changed. Everything else works as before.",
      "Ask your admin for the role that fits."),
  NOT_THERE(
      HttpStatus.NOT_FOUND,
      "There is nothing here",
      "The address may have changed, or your account may not see what is there.",
      "Everything else works as before.",
      "Look for it with the Ask box, or start from Now."),
  WRONG_WAY(
      HttpStatus.METHOD_NOT_ALLOWED,
      "This address cannot do that",
      "The address is right, but it does not take this kind of request.",
      "Nothing was changed.",
      "Go back and use the buttons of the page."),
  CHANGED_MEANWHILE(
      HttpStatus.CONFLICT,
      "Somebody else was faster",
      "This was changed after you opened it.",
      "The other change is saved. Yours is not.",
      "Go back, copy what you wrote, load the page again, and enter it there."),
  TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE,
      "The file is too large",
      "We read only files up to the size that the form names.",
      "Nothing was saved.",
      "Send a smaller file, or split it into parts."),
  UNUSABLE(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "This could not be used",
      "We could read it, but something in it does not fit.",
      "Nothing was changed.",
      "Go back, correct it, and send it again."),
  TOO_OFTEN(
      HttpStatus.TOO_MANY_REQUESTS,
      "That was too often",
      "Too many requests came from here in a short time.",
      "What you saved before is kept.",
      "Wait a minute, then try again."),
  OUR_FAULT(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong on our side",
      "Linchpin could not finish this. It is not your fault.",
      "What was saved before is kept. Other pages work.",
      "Try again. If it happens again, give your admin the id below."),
  AWAY(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Linchpin cannot reach its database",
      "Pages cannot be shown and nothing can be saved right now.",
      "What was saved before is kept.",
      "Wait a minute, then load this page again. If it lasts, give your admin the id below.");

  private final HttpStatus status;
  private final String title;
  private final String happened;
  private final String works;
  private final String next;

  Trouble(HttpStatus status, String title, String happened, String works, String next) {
    this.status = status;
    this.title = title;
    this.happened = happened;
    this.works = works;
    this.next = next;
  }

  /// The trouble that fits a status best.
  static Trouble of(int status) {
    return Arrays.stream(values())
        .filter(trouble -> trouble.status.value() == status)
        .findFirst()
        .orElse(status < 500 ? UNREADABLE : OUR_FAULT);
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String happened() {
    return happened;
  }

  /// Whether it is ours, so that it gets an id and a line in the log.
  boolean isOurs() {
    return status.is5xxServerError();
  }

  /// @param told a better sentence on what happened, from whoever refused; empty if there is none
  /// @param id what the log calls it; empty if it is not in the log
  ErrorView view(String told, String id) {
    return told.isEmpty()
        ? new ErrorView(title, happened, works, next, this == SIGNED_OUT, id)
        : new ErrorView(title, told, "", "", this == SIGNED_OUT, id);
  }
}
