package dev.linchpin.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a form goes when it is done: on to another page of ours, which says once what was done.
public final class Going {
  private Going() {}

  public static View to(String address, String done, HttpServletRequest request) {
    return to(address, done, null, request);
  }

  /// @param undo path that a POST takes it back with
  public static View to(
      String address, String done, @Nullable String undo, HttpServletRequest request) {
    new Notice(done, undo).keep(request);
    return to(address);
  }

  public static View to(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    view.setExpandUriTemplateVariables(false);
    return view;
  }

  /// Does it; where somebody was faster, goes back to the page, which shows what is there now.
  public static View after(Supplier<View> change, String back, HttpServletRequest request) {
    try {
      return change.get();
    } catch (OptimisticLockingFailureException e) {
      return to(
          back,
          "Somebody changed this meanwhile. Nothing of yours was saved; look at it again.",
          request);
    }
  }
}
