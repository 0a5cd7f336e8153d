package dev.linchpin.access.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What `sign-in.jte` shows, from top to bottom.
///
/// @param problem what went wrong
/// @param to the page to go to afterwards
public record SignInView(String title, @Nullable String problem, String email, String to) {
  static SignInView fresh(String to) {
    return new SignInView("Sign in", null, "", to);
  }

  static SignInView wrong(String email, String to) {
    return new SignInView(
        "Error: Sign in",
        "E-mail address and password do not match an account. Check both and try again.",
        email,
        to);
  }

  static SignInView tooOften(String email, String to, Duration wait) {
    return new SignInView("Error: Sign in", Waits.sentence(wait), email, to);
  }
}
