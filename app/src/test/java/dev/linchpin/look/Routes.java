package dev.linchpin.look;

import java.util.List;
import java.util.function.Consumer;

/// Every page there is. `RoutesTests` keeps the list complete.
public final class Routes {
  private Routes() {}

  /// How to get to a page of the sample organisation.
  public sealed interface Way {
    /// It has this address.
    record At(String address) implements Way {}

    /// It is behind the first fitting link on that page.
    record From(String page) implements Way {}

    /// It is the end of these steps.
    record By(Consumer<Visit> steps) implements Way {}
  }

  /// @param name of its pictures
  /// @param pattern as the page's method has it
  /// @param signedIn whether somebody must be signed in
  public record Route(String name, String pattern, boolean signedIn, Way way) {}

  public static final List<Route> ALL =
      List.of(
          open("sign-in", "/sign-in", "/sign-in"),
          open("set-up-needed", "/setup", "/setup"),
          open("set-up-closed", "/setup/{token}", "/setup/nothing"),
          open("invitation-closed", "/invitation/{token}", "/invitation/nothing"),
          page("now", "/"),
          page("ask", "/ask"),
          at("ask-found", "/ask", "/ask?q=netwrok"),
          at("ask-nothing", "/ask", "/ask?q=flor+33"),
          at("answer-project", "/p/{ref}", "/p/NET"),
          at("answer-service", "/s/{key}", "/s/email"),
          from("answer-ticket", "/t/{number}/answer", "/t/{number}"),
          page("promises", "/promises"),
          page("corrections", "/corrections"),
          page("projects", "/projects"),
          page("project-new", "/projects/new"),
          at("plan", "/projects/{key}/plan", "/projects/NET/plan"),
          at("forecast", "/projects/{key}/forecast", "/projects/NET/forecast"),
          at("forecast-go-live", "/projects/{key}/forecast", "/projects/CRM/forecast"),
          at("risks", "/projects/{key}/risks", "/projects/NET/risks"),
          at("risk-new", "/projects/{key}/risks/new", "/projects/NET/risks/new"),
          from("risk", "/projects/{key}/risks/{id}", "/projects/NET/risks"),
          at("costs", "/projects/{key}/costs", "/projects/NET/costs"),
          at("cost-new", "/projects/{key}/costs/new", "/projects/NET/costs/new"),
          from("cost", "/projects/{key}/costs/{id}", "/projects/NET/costs"),
          page("rates", "/money/rates"),
          from("task", "/projects/{key}/tasks/{number}", "/projects/NET/plan"),
          page("plan-import", "/projects/imports/new"),
          by("plan-report", "/projects/imports/{id}", Samples::uploadPlan),
          page("tickets", "/tickets"),
          from("ticket", "/t/{number}", "/tickets"),
          at("ticket-begun", "/t/{number}", "/t/1001"),
          at("major", "/t/{number}/major", "/t/1001/major"),
          at("tickets-mine", "/tickets", "/tickets?show=mine&words=vpn"),
          page("ticket-new", "/tickets/new"),
          page("queues", "/tickets/queues"),
          page("queue-new", "/tickets/queues/new"),
          from("queue", "/tickets/queues/{id}", "/tickets/queues"),
          from("on-call", "/tickets/queues/{id}/on-call", "/tickets/queues"),
          page("levels", "/tickets/levels"),
          page("level-new", "/tickets/levels/new"),
          from("level", "/tickets/levels/{id}", "/tickets/levels"),
          at("tickets-due", "/tickets", "/tickets?show=due"),
          page("replies", "/tickets/replies"),
          at("similar", "/t/{number}/suggestions", "/t/1001/suggestions"),
          page("knowledge", "/knowledge"),
          page("article-new", "/knowledge/articles/new"),
          from("article", "/knowledge/articles/{number}", "/knowledge"),
          at("article-text", "/knowledge/articles/{number}/text", "/knowledge/articles/1/text"),
          at(
              "article-version",
              "/knowledge/articles/{number}/versions/{version}",
              "/knowledge/articles/1/versions/1"),
          page("problems", "/problems"),
          page("problem-new", "/problems/new"),
          from("problem", "/problems/{number}", "/problems"),
          at("problem-details", "/problems/{number}/details", "/problems/1/details"),
          at("problem-closure", "/problems/{number}/closure", "/problems/1/closure"),
          page("desk-report", "/reports/help-desk"),
          at("portal", "/portal", "/portal"),
          at("portal-nothing", "/portal/{secret}", "/portal/nothing"),
          page("requests", "/requests"),
          page("request-new", "/requests/new"),
          by("request", "/requests/{number}", Samples::ask),
          page("portal-door", "/admin/portal"),
          page("status-door", "/admin/status"),
          open("status", "/status", "/status"),
          open("status-department", "/status/departments/{name}", "/status/departments/finance"),
          open("status-date", "/status/dates/{ref}", "/status/dates/NET"),
          open("subscription-nothing", "/subscriptions/{secret}", "/subscriptions/nothing"),
          at("subscriptions", "/p/{ref}/subscriptions", "/p/NET/subscriptions"),
          at("outside", "/p/{ref}/outside", "/p/NET/outside"),
          page("tickets-import", "/tickets/imports/new"),
          by("tickets-report", "/tickets/imports/{id}", Samples::uploadTickets),
          page("people", "/people"),
          page("person-new", "/people/new"),
          from("person", "/people/{id}", "/people"),
          from("person-details", "/people/{id}/details", "/people/{id}"),
          page("departments", "/departments"),
          from("department", "/departments/{id}", "/departments"),
          page("services", "/services"),
          page("service-new", "/services/new"),
          from("service", "/services/{key}", "/services"),
          from("service-details", "/services/{key}/details", "/services/{key}"),
          page("meetings", "/meetings"),
          page("money", "/money"),
          page("reports", "/reports"),
          page("me", "/me"),
          page("admin", "/admin"),
          page("users", "/admin/users"),
          from("user", "/admin/users/{id}", "/admin/users"),
          page("mail", "/admin/mail"),
          page("mailbox-new", "/admin/mail/boxes/new"),
          from("mailbox", "/admin/mail/boxes/{id}", "/admin/mail"),
          page("mail-server", "/admin/mail/server"),
          from("mail-aside", "/admin/mail/aside/{id}", "/admin/mail"),
          by("mail-of-ticket", "/t/{number}/mails/{id}", Samples::openMailOfTicket),
          page("tokens", "/admin/tokens"),
          page("monitors", "/admin/monitors"),
          page("audit", "/admin/audit"),
          page("calibration", "/admin/calibration"),
          page("calendar", "/admin/calendar"),
          page("site-new", "/admin/calendar/sites/new"),
          by("site", "/admin/calendar/sites/{id}", Samples::addSite),
          page("windows", "/admin/windows"),
          page("window-new", "/admin/windows/new"),
          from("window", "/admin/windows/{id}", "/admin/windows"),
          page("help", "/help"),
          page("help-keys", "/help/keys"),
          at("help-guide", "/help/{module}", "/help/web"));

  static Route of(String pattern) {
    return ALL.stream().filter(route -> route.pattern().equals(pattern)).findFirst().orElseThrow();
  }

  private static Route open(String name, String pattern, String address) {
    return new Route(name, pattern, false, new Way.At(address));
  }

  private static Route page(String name, String pattern) {
    return at(name, pattern, pattern);
  }

  private static Route at(String name, String pattern, String address) {
    return new Route(name, pattern, true, new Way.At(address));
  }

  private static Route from(String name, String pattern, String page) {
    return new Route(name, pattern, true, new Way.From(page));
  }

  private static Route by(String name, String pattern, Consumer<Visit> steps) {
    return new Route(name, pattern, true, new Way.By(steps));
  }
}
