package dev.linchpin.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What everybody who works on tickets must see, above each page of the help desk.
///
/// @param address of the page about it
public record Banner(String title, String text, String address) {
  private static final String ATTRIBUTE = Banner.class.getName();

  /// Whoever knows what goes on. Asked once for each page of the help desk.
  public interface Source {
    List<Banner> banners();
  }

  static void remember(Source source, HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, source);
  }

  static List<Banner> of(@Nullable Place place, HttpServletRequest request) {
    return place == Place.TICKETS && request.getAttribute(ATTRIBUTE) instanceof Source source
        ? source.banners()
        : List.of();
  }
}
