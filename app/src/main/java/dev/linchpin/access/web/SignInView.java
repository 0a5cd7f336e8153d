package dev.linchpin.access.web;

import dev.linchpin.web.shell.Problems;
import java.time.Duration;

/// What `sign-in.jte` shows, from top to bottom.
///
/// @param to the page to go to afterwards
public record SignInView(String title, Problems problems, String email, String to) {
  static SignInView fresh(String to) {
    return new SignInView("Sign in", new Problems(), "", to);
  }

  static SignInView wrong(String email, String to) {
    return error(
        "E-mail address and password do not match an account. Check both and try again.",
        email,
        to);
  }

  static SignInView tooOften(String email, String to, Duration wait) {
    return error(TooOften.sentence(wait), email, to);
  }

  private static SignInView error(String message, String email, String to) {
    return new SignInView("Error: Sign in", new Problems().add("email", message), email, to);
  }
}
