package dev.linchpin.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// One sentence the next page shows once: what was just done, and how to take it back.
///
/// @param undo path that a POST takes it back with; null where nothing can be taken back
public record Notice(String text, @Nullable String undo) implements Serializable {
  private static final String ATTRIBUTE = Notice.class.getName();

  public static Notice of(String text) {
    return new Notice(text, null);
  }

  /// Keeps it for the next page of this session; called before the redirect.
  public void keep(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, this);
  }

  static @Nullable Notice take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Notice notice)) {
      return null;
    }
    session.removeAttribute(ATTRIBUTE);
    return notice;
  }
}
