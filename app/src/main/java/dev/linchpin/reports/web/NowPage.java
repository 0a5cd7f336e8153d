package dev.linchpin.reports.web;

import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What needs me?
@Controller
class NowPage {
  @GetMapping("/")
  Page show() {
    return Page.of("reports/web/now.jte", "Now", Place.NOW, new NowView("Nothing needs you."));
  }
}
