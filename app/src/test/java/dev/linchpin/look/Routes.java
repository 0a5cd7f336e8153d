package dev.linchpin.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every page there is. `RoutesTests` keeps the list complete.
public final class Routes {
  private Routes() {}

  /// @param name of its pictures
  /// @param pattern as the page's method has it
  /// @param address a page of this kind in the sample organisation; null: the first link to such a
  ///   page on the page with the pattern `from`
  /// @param signedIn whether somebody must be signed in
  public record Route(
      String name,
      String pattern,
      @Nullable String address,
      @Nullable String from,
      boolean signedIn) {}

  public static final List<Route> ALL =
      List.of(
          open("sign-in", "/sign-in"),
          page("now", "/"),
          page("meetings", "/meetings"),
          page("money", "/money"),
          page("reports", "/reports"),
          page("ask", "/ask"),
          at("ask-found", "/ask", "/ask?q=network"),
          at("ask-nothing", "/ask", "/ask?q=flor+33"),
          at("answer-project", "/p/{ref}", "/p/NET"),
          at("answer-service", "/s/{key}", "/s/email"),
          linked("answer-ticket", "/t/{number}/answer", "/tickets"),
          page("help", "/help"),
          page("help-keys", "/help/keys"),
          at("help-guide", "/help/{module}", "/help/web"),
          page("people", "/people"),
          page("person-new", "/people/new"),
          linked("person", "/people/{id}", "/people"),
          linked("person-details", "/people/{id}/details", "/people/{id}"),
          page("departments", "/departments"),
          linked("department", "/departments/{id}", "/departments"),
          page("services", "/services"),
          page("service-new", "/services/new"),
          linked("service", "/services/{key}", "/services"),
          linked("service-details", "/services/{key}/details", "/services/{key}"),
          page("calendar", "/admin/calendar"),
          page("site-new", "/admin/calendar/sites/new"),
          linked("site", "/admin/calendar/sites/{id}", "/admin/calendar"),
          page("projects", "/projects"),
          page("project-new", "/projects/new"),
          page("plan-import", "/projects/imports/new"),
          linked("plan-import-report", "/projects/imports/{id}", "/projects"),
          at("project-plan", "/projects/{key}/plan", "/projects/NET/plan"),
          at("project-forecast", "/projects/{key}/forecast", "/projects/NET/forecast"),
          linked("task", "/projects/{key}/tasks/{number}", "/projects/{key}/plan"));

  private static Route open(String name, String pattern) {
    return new Route(name, pattern, pattern, null, false);
  }

  private static Route page(String name, String pattern) {
    return at(name, pattern, pattern);
  }

  private static Route linked(String name, String pattern, String from) {
    return new Route(name, pattern, null, from, true);
  }

  private static Route at(String name, String pattern, String address) {
    return new Route(name, pattern, address, null, true);
  }
}
