package dev.linchpin.web.pages;

import dev.linchpin.web.pages.Guides.Guide;
import dev.linchpin.web.shell.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// How to do what, from each module's guide.
@Controller
class HelpPages {
  private final Guides guides;

  HelpPages(Guides guides) {
    this.guides = guides;
  }

  @GetMapping("/help")
  Page all() {
    var view =
        new HelpView(
            guides.all().stream()
                .map(guide -> new HelpView.Line("/help/" + guide.module(), guide.title()))
                .toList());
    return Page.of("web/pages/help.jte", "Help", null, view);
  }

  @GetMapping("/help/keys")
  Page keys() {
    return Page.of("web/pages/keys-page.jte", "Keys", null, new KeysView("Keys"));
  }

  @GetMapping("/help/{module}")
  Page one(@PathVariable String module) {
    Guide guide =
        guides.of(module).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var view = new GuideView(guide.title(), output -> output.writeContent(guide.html()));
    return Page.of("web/pages/guide.jte", guide.title(), null, view);
  }
}
