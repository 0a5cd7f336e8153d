package dev.linchpin.helpdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What nobody should type, through the pages as people use them.
@LinchpinTest
class BadInputTests {
  private static final String PAYLOAD =
      "=1+1|'a'!B1 \"'><script>alert(7)</script><img src=x onerror=alert(8)>${7*7} {{7*7}}";
  private static final String RUNS =
      "script:containsData(alert\\(7\\)), [onerror], img[src=x], [onclick]";
  private static final List<String> PAGES =
      List.of(
          "/tickets/new",
          "/tickets",
          "/tickets/queues/new",
          "/tickets/levels/new",
          "/tickets/replies",
          "/problems/new",
          "/problems",
          "/knowledge/articles/new",
          "/knowledge",
          "/requests/new",
          "/requests",
          "/admin/mail/boxes/new",
          "/admin/mail/server",
          "/admin/monitors",
          "/reports/help-desk");
  private static final int PAGES_MAX = 60;

  /// What is saved there would hold for all tickets, or all mail.
  private static final Set<String> ONLY_REFUSED =
      Set.of("/tickets/levels/new", "/admin/mail/server");

  /// What lets a form be saved, so that its other fields are shown somewhere.
  private static final Map<String, String> FITTING =
      Map.of(
          "email", "mia@example.org",
          "address", "payload@example.org",
          "people", "",
          "owner", "",
          "lead", "",
          "port", "993",
          "reviewBy", "",
          "assign", "");

  private static final Set<String> TYPED =
      Set.of("text", "search", "email", "tel", "date", "time", "datetime-local", "number", "url");

  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Tickets tickets;
  @Autowired Zone zone;

  private final Set<String> fields = new LinkedHashSet<>();

  @Test
  void noTextFieldMakesAPageRunAScriptFailOrAFileHoldAFormula() {
    Browser browser = TestAccounts.in(context).signedIn(Role.ADMIN);
    Deque<String> next = new ArrayDeque<>(PAGES);
    Set<String> seen = new LinkedHashSet<>();
    while (!next.isEmpty() && seen.size() < PAGES_MAX) {
      String address = next.poll();
      if (seen.add(address)) {
        for (Element form : looked(address, browser.get(address)).select("main form")) {
          send(browser, form, false);
          if (!ONLY_REFUSED.contains(address)) {
            send(browser, form, true).ifPresent(next::add);
          }
        }
      }
    }

    assertThat(fields).hasSizeGreaterThan(40);
    assertThat(seen).anyMatch(address -> address.matches("/t/\\d+"));
    PAGES.forEach(address -> looked(address, browser.get(address)));
    for (String file : List.of("weeks.csv", "causes.csv")) {
      assertThat(browser.get("/reports/help-desk/" + file).body())
          .doesNotContainPattern("(?m)(^|,)\"?=");
    }
  }

  /// Types it into each field of a form that asks for text, and sends it.
  ///
  /// @param fitting whether fields that ask for something else get that
  /// @return where it led; empty where it led nowhere new
  private Optional<String> send(Browser browser, Element form, boolean fitting) {
    String action = form.attr("action");
    var filled = new LinkedHashMap<String, String>();
    boolean asks = false;
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      boolean isText = field.is("textarea") || TYPED.contains(field.attr("type"));
      boolean off = field.is("[type=radio], [type=checkbox]") && !field.hasAttr("checked");
      asks |= isText;
      if (isText) {
        fields.add(action.replaceAll("[0-9a-f-]{36}|\\d+", "*") + " " + field.attr("name"));
      }
      if (!off && !field.attr("name").equals("_csrf")) {
        String typed = fitting ? FITTING.get(field.attr("name")) : null;
        String text = typed == null ? payload(field) : typed;
        filled.putIfAbsent(field.attr("name"), isText ? text : value(field));
      }
    }
    if (!asks || action.contains("sign-out")) {
      return Optional.empty();
    }
    HttpResponse<String> answer =
        form.attr("method").equals("post")
            ? browser.post(action, filled)
            : browser.get(action + "?" + query(filled));
    looked(action, answer);
    return answer
        .headers()
        .firstValue("location")
        .map(to -> to.replaceAll("[?#].*", ""))
        .filter(to -> to.startsWith("/"));
  }

  private static String payload(Element field) {
    String most = field.attr("maxlength");
    return most.isEmpty()
        ? PAYLOAD
        : PAYLOAD.substring(0, Math.min(PAYLOAD.length(), Integer.parseInt(most)));
  }

  private static String value(Element field) {
    if (!field.is("select")) {
      return field.attr("value");
    }
    Element chosen = field.selectFirst("option[selected], option[value~=.+]");
    return chosen == null ? "" : chosen.attr("value");
  }

  private static String query(Map<String, String> filled) {
    return filled.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Document looked(String address, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(address).isLessThan(500);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(RUNS)).as(address).isEmpty();
    return page;
  }

  @Test
  void ofFiftyWhoSaveAnotherTitleAtOnceOneIsSavedAndTheOthersChooseOnAPage() throws Exception {
    Ticket ticket = desk.open(NewTicket.of("Before", "phone"), new By("A", null, zone.instant()));
    Browser browser = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    browser.get("/t/" + ticket.number());
    var all = new ArrayList<Callable<HttpResponse<String>>>();
    for (int i = 0; i < 50; i++) {
      Map<String, String> form =
          Map.of(
              "what",
              "title",
              "text",
              "Title " + i + " of fifty",
              "version",
              Integer.toString(ticket.version()));
      all.add(() -> browser.post("/t/" + ticket.number() + "/changes", form));
    }
    int saved = 0;
    String title = "";
    var chose = new ArrayList<String>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (Future<HttpResponse<String>> one : threads.invokeAll(all)) {
        saved += one.get().statusCode() == 303 ? 1 : 0;
        if (one.get().statusCode() != 303) {
          chose.add(one.get().body());
        }
      }
      title = tickets.find(ticket.number()).orElseThrow().title();
    }

    assertThat(saved).isEqualTo(1);
    assertThat(title).matches("Title \\d+ of fifty");
    String kept = title;
    assertThat(chose).hasSize(49).allMatch(page -> page.contains(kept));
    assertThat(chose.stream().map(page -> page.replace(kept, "")))
        .allMatch(page -> page.matches("(?s).*Title \\d+ of fifty.*"));
  }
}
