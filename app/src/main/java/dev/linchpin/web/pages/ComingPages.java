package dev.linchpin.web.pages;

import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The places that hold nothing yet, and say so.
@Controller
class ComingPages {
  @GetMapping("/meetings")
  Page meetings() {
    return page(
        Place.MEETINGS,
        new ComingView(
            "Meetings",
            "Agendas, decisions and minutes will be here.",
            "Today you find what changed since the last meeting on each project's page.",
            "/projects",
            "See the projects"));
  }

  @GetMapping("/money")
  Page money() {
    return page(
        Place.MONEY,
        new ComingView(
            "Money",
            "Budgets, what is spent, and what each project will cost will be here.",
            "Today the Costs page of each project says what it will likely cost.",
            "/projects",
            "See the projects"));
  }

  @GetMapping("/reports")
  Page reports() {
    return page(
        Place.REPORTS,
        new ComingView(
            "Reports",
            "How many of our promises we kept will be here.",
            "Today you find what the help desk did, week by week.",
            "/reports/help-desk",
            "See the help desk by week"));
  }

  private static Page page(Place place, ComingView view) {
    return Page.of("web/pages/coming.jte", view.title(), place, view);
  }
}
