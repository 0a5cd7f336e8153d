package dev.linchpin.directory.web;

import dev.linchpin.web.shell.Notice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a form goes when it is done: to a page that says once what was done.
final class Going {
  private Going() {}

  static View to(String address, String done, HttpServletRequest request) {
    return to(address, done, null, request);
  }

  /// @param undo path that a POST takes it back with
  static View to(String address, String done, @Nullable String undo, HttpServletRequest request) {
    new Notice(done, undo).keep(request);
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExpandUriTemplateVariables(false);
    return view;
  }
}
