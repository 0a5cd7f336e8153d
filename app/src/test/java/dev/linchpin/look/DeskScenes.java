package dev.linchpin.look;

import com.microsoft.playwright.Page;
import dev.linchpin.look.Scenes.Scene;
import java.util.List;
import java.util.function.Consumer;

/// States of the help desk that no plain address shows.
final class DeskScenes {
  private DeskScenes() {}

  /// The major incident comes last: from then on every page says that there is one.
  static List<Scene> all() {
    return List.of(
        wrong("article-new-wrong", "/knowledge/articles/new"),
        wrong("problem-new-wrong", "/problems/new"),
        wrong("request-new-wrong", "/requests/new"),
        wrong("on-call-wrong", "/tickets/queues/new"),
        scene("knowledge-nothing", "/knowledge?words=zeppelin", _ -> {}),
        scene("tickets-nothing", "/tickets?words=zeppelin", _ -> {}),
        scene("monitor-made", "/admin/monitors", DeskScenes::makeMonitor),
        scene("major-declared", "/t/1001/major", DeskScenes::declare),
        scene("now-major", "/", _ -> {}));
  }

  /// A form that is sent with nothing in it.
  private static Scene wrong(String name, String address) {
    return scene(
        name,
        address,
        page -> {
          page.evaluate("document.querySelector('main form').noValidate = true");
          page.locator("main form button").first().click();
          page.locator("main [aria-invalid=true]").first().waitFor();
        });
  }

  private static void makeMonitor(Page page) {
    page.locator("#name").fill("Prometheus");
    page.locator("main form button").last().click();
    page.waitForLoadState();
  }

  private static void declare(Page page) {
    if (page.getByText("Declare a major incident").count() > 0) {
      page.getByText("Declare a major incident").click();
      page.locator("#text")
          .fill("The report is empty for all. Use the one of last month until we say more.");
      page.getByText("Send the update").click();
    }
    page.locator(".timeline").waitFor();
  }

  private static Scene scene(String name, String address, Consumer<Page> steps) {
    return new Scene(
        name,
        visit -> {
          visit.page().navigate(address);
          steps.accept(visit.page());
          return true;
        });
  }
}
