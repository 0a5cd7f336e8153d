package dev.linchpin.web.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// One page: a template and the one view record it shows. A page method returns it.
///
/// @param template its path below `dev/linchpin`, like `planning/web/project.jte`; the template has
///   `@param Shell shell` and `@param TheView view`
public record Page(
    String template, String title, @Nullable Place place, Object view, HttpStatus status)
    implements View {
  private static final TemplateEngine TEMPLATES = templates();
  private static final String NOT_KEPT = "no-store";

  public static Page of(String template, String title, @Nullable Place place, Object view) {
    return new Page(template, title, place, view, HttpStatus.OK);
  }

  /// The same page with another status: 422 for a form with problems, 404 for nothing found.
  public Page with(HttpStatus other) {
    return new Page(template, title, place, view, other);
  }

  /// The same form again, shown with its problems: title "Error: …", status 422.
  public Page withProblems() {
    return new Page(template, "Error: " + title, place, view, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @Override
  public String getContentType() {
    return "text/html;charset=UTF-8";
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Shell.of(title, place, request), response, NOT_KEPT);
  }

  /// Shows it without session and database: for a page that says they are away.
  public void writeAlone(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Shell.alone(title, request), response, NOT_KEPT);
  }

  /// Shows the same to everybody, signed in or not, so that caches may keep it for a while.
  public void writeToEverybody(
      HttpServletRequest request, HttpServletResponse response, Duration fresh) throws IOException {
    response.setHeader("Vary", "Cookie"); // the appearance is in one
    write(Shell.alone(title, request), response, "public, max-age=" + fresh.toSeconds());
  }

  private void write(Shell shell, HttpServletResponse response, String cached) throws IOException {
    var output = new Utf8ByteOutput();
    TEMPLATES.render("dev/linchpin/" + template, Map.of("shell", shell, "view", view), output);
    response.setStatus(status.value());
    response.setContentType(getContentType());
    response.setHeader("Cache-Control", cached);
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  private static TemplateEngine templates() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, null, "gg.jte.generated.precompiled");
    engine.setBinaryStaticContent(true);
    return engine;
  }
}
