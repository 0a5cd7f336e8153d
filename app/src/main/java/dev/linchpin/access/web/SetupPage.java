package dev.linchpin.access.web;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Brake;
import dev.linchpin.access.Email;
import dev.linchpin.access.PasswordRules;
import dev.linchpin.access.Sessions;
import dev.linchpin.access.Setup;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// The first start: makes the first account and says whose Linchpin this is.
@Controller
class SetupPage {
  private final Setup setup;
  private final Sessions sessions;
  private final PasswordRules rules;
  private final Settings settings;
  private final Zone zone;
  private final Brake brake;

  SetupPage(
      Setup setup,
      Sessions sessions,
      PasswordRules rules,
      Settings settings,
      Zone zone,
      Brake brake) {
    this.setup = setup;
    this.sessions = sessions;
    this.rules = rules;
    this.settings = settings;
    this.zone = zone;
    this.brake = brake;
  }

  @GetMapping("/setup")
  View show() {
    return setup.isNeeded() ? closed(HttpStatus.OK) : Going.to("/");
  }

  @GetMapping("/setup/{token}")
  View show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    return setup.opens(token)
        ? page(token, SetupForm.fresh(), new Problems())
        : refused(request, response);
  }

  @PostMapping("/setup/{token}")
  View setUp(
      @PathVariable String token,
      SetupForm form,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!setup.opens(token)) {
      return refused(request, response);
    }
    var problems = new Problems();
    Optional<Email> email = form.read(rules, problems);
    if (problems.any() || email.isEmpty()) {
      return page(token, form, problems).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Optional<AccountId> admin = setup.use(token, form.name(), email.get(), form.password());
    if (admin.isEmpty()) {
      return refused(request, response);
    }
    keep(form);
    sessions.begin(admin.get(), request, response);
    return Going.to("/");
  }

  private void keep(SetupForm form) {
    settings.put("organisation", form.organisation());
    zone.set(ZoneId.of(form.zone()));
    settings.put("holidays.country", form.country());
    settings.put("holidays.region", form.region());
  }

  private View refused(HttpServletRequest request, HttpServletResponse response) {
    return brake
        .countWrong("setup", request.getRemoteAddr())
        .<View>map(wait -> TooOften.page(wait, response))
        .orElseGet(() -> setup.isNeeded() ? closed(HttpStatus.NOT_FOUND) : Going.to("/"));
  }

  private static Page closed(HttpStatus status) {
    return Page.of(
            "access/web/closed.jte",
            "Set up Linchpin",
            null,
            new ClosedView(
                "Linchpin is not set up yet",
                "Open the set-up address that Linchpin printed when it started. It works once, for"
                    + " one hour.",
                "The address is lost, used or too old? Restart Linchpin: it prints a new one. The"
                    + " log has it too."))
        .with(status);
  }

  private static Page page(String token, SetupForm form, Problems problems) {
    String title = problems.any() ? "Error: Set up Linchpin" : "Set up Linchpin";
    var view = new SetupView("/setup/" + token, form, problems);
    return Page.of("access/web/setup.jte", title, null, view);
  }
}
