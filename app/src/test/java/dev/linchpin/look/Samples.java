package dev.linchpin.look;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/// Small files that a person brings along.
public final class Samples {
  private static final String PLAN =
      """
      ID,Name,Duration,Predecessors,Resource Names
      1,Order the door readers,5d,,Jon Bell
      2,Mount the readers,4d,1,Jon Bell
      3,Teach the reception,2d,2,Ana Lee
      4,Doors open by badge,0d,3,
      """;
  private static final String TICKETS =
      """
      number,short_description,state,opened_at,resolved_at,assigned_to,time_worked
      INC9000001,Badge opens no door,Closed,2026-09-01 09:00,2026-09-01 11:00,Jon Bell,01:30:00
      INC9000002,New badge wanted,Closed,2026-09-02 09:00,2026-09-02 10:00,Jon Bell,00:30:00
      INC9000003,Door stays open,New,2026-09-03 09:00,,Ana Lee,00:15:00
      """;

  private Samples() {}

  /// Uploads a plan; the report on it is shown.
  public static void uploadPlan(Visit visit) {
    visit.page().navigate("/projects/imports/new");
    upload(visit, "badges.csv", PLAN);
  }

  /// Uploads a ticket history; what was guessed is shown.
  public static void uploadTickets(Visit visit) {
    visit.page().navigate("/tickets/imports/new");
    upload(visit, "tickets.csv", TICKETS);
  }

  /// Asks the help desk for something; the request is shown.
  public static void ask(Visit visit) {
    visit.page().navigate("/requests/new");
    visit.page().locator("#title").fill("My monitor stays dark");
    visit.page().locator("#text").fill("Since this morning. The light on it is orange.");
    visit.page().locator("main form button.primary").first().click();
    visit.page().waitForURL("**/requests/*");
  }

  /// Adds a second site and opens it.
  public static void addSite(Visit visit) {
    visit.page().navigate("/admin/calendar/sites/new");
    visit.page().locator("#name").fill("Depot");
    visit.page().locator("main form button.primary").first().click();
    visit.page().waitForURL("**/sites/*-*");
  }

  /// The sample's ticket whose caller answered by mail.
  public static void openMailOfTicket(Visit visit) {
    for (int number = 1_001; number < 1_041; number++) {
      visit.page().navigate("/t/" + number);
      if (visit.page().locator("a[href*='/mails/']").count() > 0) {
        visit.page().locator("a[href*='/mails/']").first().click();
        visit.page().waitForURL("**/mails/*");
        return;
      }
    }
    throw new AssertionError("No ticket of the sample has a mail.");
  }

  private static void upload(Visit visit, String name, String text) {
    visit
        .page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    visit.page().locator("main form button.primary").first().click();
    visit.page().waitForURL("**/imports/*");
  }
}
