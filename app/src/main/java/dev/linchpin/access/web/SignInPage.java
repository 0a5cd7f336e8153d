package dev.linchpin.access.web;

import dev.linchpin.access.Sessions;
import dev.linchpin.access.Setup;
import dev.linchpin.access.SignIn;
import dev.linchpin.access.Who;
import dev.linchpin.platform.Audit;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.OwnAddress;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Signing in and out.
@Controller
class SignInPage {
  private final SignIn signIn;
  private final Sessions sessions;
  private final Setup setup;
  private final Audit audit;

  SignInPage(SignIn signIn, Sessions sessions, Setup setup, Audit audit) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.setup = setup;
    this.audit = audit;
  }

  /// @param to the page asked for before
  record SignInForm(String email, String password, String to) {
    SignInForm {
      email = email == null ? "" : email;
      password = password == null ? "" : password;
      to = OwnAddress.orHome(Fields.text(to)).toString();
    }
  }

  @GetMapping("/sign-in")
  View show(@RequestParam(defaultValue = "/") String to) {
    return setup.isNeeded()
        ? Going.to("/setup")
        : page(SignInView.fresh(OwnAddress.orHome(to).toString()));
  }

  @PostMapping("/sign-in")
  View signIn(SignInForm form, HttpServletRequest request, HttpServletResponse response) {
    return switch (signIn.attempt(form.email(), form.password(), request.getRemoteAddr())) {
      case SignIn.Result.Right right -> {
        sessions.begin(right.account().id(), request, response);
        yield Going.to(form.to());
      }
      case SignIn.Result.Wrong wrong ->
          page(SignInView.wrong(form.email(), form.to())).with(HttpStatus.UNPROCESSABLE_CONTENT);
      case SignIn.Result.TooOften often -> {
        TooOften.retryAfter(often.pause(), response);
        yield page(SignInView.tooOften(form.email(), form.to(), often.pause()))
            .with(HttpStatus.TOO_MANY_REQUESTS);
      }
    };
  }

  @PostMapping("/sign-out")
  View signOut(Who who, HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request, response);
    audit.add(who.name(), "signed out", "account " + who.email(), "");
    return Going.to("/sign-in");
  }

  private static Page page(SignInView view) {
    return Page.of("access/web/sign-in.jte", view.title(), null, view);
  }
}
