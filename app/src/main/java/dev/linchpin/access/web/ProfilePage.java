package dev.linchpin.access.web;

import dev.linchpin.access.NotThere;
import dev.linchpin.access.PasswordRules;
import dev.linchpin.access.Sessions;
import dev.linchpin.access.SignIn;
import dev.linchpin.access.Tokens;
import dev.linchpin.access.Users;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Notice;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The own account: name, password, sessions, API tokens.
@Controller
class ProfilePage {
  private static final Duration TOKEN_VALID = Duration.ofDays(90);

  private final Users users;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Tokens tokens;
  private final PasswordRules rules;
  private final Zone zone;

  ProfilePage(
      Users users,
      SignIn signIn,
      Sessions sessions,
      Tokens tokens,
      PasswordRules rules,
      Zone zone) {
    this.users = users;
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = tokens;
    this.rules = rules;
    this.zone = zone;
  }

  @GetMapping("/me")
  View show(Who who) {
    return page(who, new Problems());
  }

  @PostMapping("/me")
  View rename(Who who, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
    var problems = new Problems();
    Fields.name(name.strip(), problems);
    if (problems.any()) {
      return unusable(who, problems);
    }
    users.rename(who, name.strip());
    return done("Your name is changed.", request);
  }

  @PostMapping("/me/password")
  View setPassword(
      Who who, PasswordForm form, HttpServletRequest request, HttpServletResponse response) {
    switch (signIn.confirm(who, form.old(), request.getRemoteAddr())) {
      case SignIn.Result.TooOften often -> {
        return TooOften.page(often.pause(), response);
      }
      case SignIn.Result.Wrong wrong -> {
        return unusable(
            who, new Problems().add("old", "This is not your password now. Enter it again."));
      }
      case SignIn.Result.Right right -> {}
    }
    var problems = new Problems();
    rules
        .problem(form.password(), who.name(), who.email())
        .ifPresent(no -> problems.add("password", no));
    if (problems.any()) {
      return unusable(who, problems);
    }
    users.setPassword(who, form.password());
    sessions.begin(who.account(), request, response);
    return done("Your password is changed. You are signed out everywhere else.", request);
  }

  /// @param old the password until now
  record PasswordForm(String old, String password) {
    PasswordForm {
      old = old == null ? "" : old;
      password = password == null ? "" : password;
    }
  }

  @PostMapping("/me/sessions/closure")
  View signOutEverywhere(Who who, HttpServletRequest request, HttpServletResponse response) {
    users.signOutEverywhere(who);
    sessions.end(request, response);
    return Going.to("/sign-in");
  }

  @PostMapping("/me/tokens")
  View makeToken(Who who, @RequestParam(defaultValue = "") String token) {
    try {
      String text = tokens.create(token, TOKEN_VALID, who);
      var view = new TokenMadeView(token.strip(), text, TOKEN_VALID.toDays());
      return Page.of("access/web/token-made.jte", "API token", null, view);
    } catch (IllegalArgumentException no) {
      return unusable(who, new Problems().add("token", String.valueOf(no.getMessage())));
    }
  }

  @PostMapping("/me/tokens/{id}/revocation")
  View revoke(Who who, @PathVariable UUID id, HttpServletRequest request) {
    if (!tokens.revoke(id, who)) {
      throw new NotThere("You have no such API token. It may be revoked already.");
    }
    return done("The API token is revoked.", request);
  }

  private static View done(String sentence, HttpServletRequest request) {
    Notice.of(sentence).keep(request);
    return Going.to("/me");
  }

  private Page unusable(Who who, Problems problems) {
    return page(who, problems).with(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Page page(Who who, Problems problems) {
    String title = problems.any() ? "Error: Profile" : "Profile";
    var view = ProfileView.of(who, tokens.of(who.account()), zone.id(), problems);
    return Page.of("access/web/profile.jte", title, null, view);
  }
}
