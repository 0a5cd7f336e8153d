package dev.linchpin.answers.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Go on to another page of ours, after a form.
final class Redirect {
  private Redirect() {}

  static View to(String path) {
    var redirect = new RedirectView(path);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    redirect.setExpandUriTemplateVariables(false);
    return redirect;
  }
}
