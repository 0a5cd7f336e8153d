package dev.linchpin.access.web;

import dev.linchpin.access.Account;
import dev.linchpin.access.Brake;
import dev.linchpin.access.Invitations;
import dev.linchpin.access.PasswordRules;
import dev.linchpin.access.Sessions;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an invited person sets the password.
@Controller
class InvitationPage {
  private final Invitations invitations;
  private final Sessions sessions;
  private final PasswordRules rules;
  private final Brake brake;

  InvitationPage(Invitations invitations, Sessions sessions, PasswordRules rules, Brake brake) {
    this.invitations = invitations;
    this.sessions = sessions;
    this.rules = rules;
    this.brake = brake;
  }

  @GetMapping("/invitation/{token}")
  View show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    return invitations
        .invited(token)
        .<View>map(account -> page(token, account, new Problems()))
        .orElseGet(() -> refused(request, response));
  }

  @PostMapping("/invitation/{token}")
  View use(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Account> invited = invitations.invited(token);
    if (invited.isEmpty()) {
      return refused(request, response);
    }
    Account account = invited.get();
    var problems = new Problems();
    rules
        .problem(password, account.name(), account.email().value())
        .ifPresent(no -> problems.add("password", no));
    if (problems.any()) {
      return page(token, account, problems).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!invitations.use(token, account, password)) {
      return refused(request, response);
    }
    sessions.begin(account.id(), request, response);
    return Going.to("/");
  }

  private View refused(HttpServletRequest request, HttpServletResponse response) {
    return brake
        .countWrong("invitation", request.getRemoteAddr())
        .map(wait -> TooOften.page(wait, response))
        .orElseGet(InvitationPage::closed);
  }

  private static Page closed() {
    return Page.of(
            "access/web/closed.jte",
            "Invitation",
            null,
            new ClosedView(
                "This invitation does not open",
                "An invitation works once, for seven days. This one is used, replaced or too old.",
                "If you set your password already, sign in. Else ask your admin for a new one."))
        .with(HttpStatus.NOT_FOUND);
  }

  private static Page page(String token, Account account, Problems problems) {
    String title = problems.any() ? "Error: Set your password" : "Set your password";
    var view =
        new InvitationView(
            "/invitation/" + token, account.name(), account.email().value(), problems);
    return Page.of("access/web/invitation.jte", title, null, view);
  }
}
