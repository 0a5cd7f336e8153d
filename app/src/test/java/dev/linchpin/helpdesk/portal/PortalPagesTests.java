package dev.linchpin.helpdesk.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class PortalPagesTests {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");

  @Autowired ApplicationContext context;
  @Autowired Settings settings;
  @Autowired TicketDesk desk;
  @Autowired Tickets tickets;
  @Autowired Messages messages;
  @Autowired JdbcClient sql;
  @Autowired Zone zone;

  private TestAccounts accounts;
  private Browser stranger;

  @BeforeEach
  void anOpenDoor() {
    accounts = TestAccounts.in(context);
    stranger = accounts.anonymous();
    settings.put("portal.open", "yes");
  }

  @AfterEach
  void closeIt() {
    settings.put("portal.open", "no");
    sql.sql("delete from helpdesk.follow").update();
  }

  @Test
  void aStrangerAsksAndFollowsTheRequestAtAnAddressOfItsOwn() {
    String address = asked("The printer smokes");
    Ticket ticket = newest();
    assertThat(ticket.caller().person()).isNull();
    assertThat(ticket.caller().email()).isEqualTo("mia@example.org");
    assertThat(stranger.get(address).body())
        .contains("The printer smokes", "Nobody has looked at it yet", "Since nine");

    desk.change(ticket, new Change.Wait(false), agent());
    messages.add(ticket, NewMessage.of(Message.Kind.ANSWER, "Which floor?"), agent());
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, "It is the old one."), agent());
    assertThat(stranger.get(address).body())
        .contains("We wait for your answer", "Which floor?")
        .doesNotContain("the old one");

    HttpResponse<String> said =
        stranger.post(address + "/messages", Map.of("text", "Floor <3>", "once", "1"));
    assertThat(said.statusCode()).isEqualTo(303);
    assertThat(stranger.get(address).body()).contains("We work on it", "Floor &lt;3&gt;");
  }

  @Test
  void sentTwiceItIsOneRequestAndOneMessage() {
    String once = once(stranger.get("/portal"));
    var form = Map.of("once", once, "title", "No sound", "email", "mia@example.org");
    String address = location(stranger.post("/portal", form));
    assertThat(location(stranger.post("/portal", form))).isEqualTo(address);
    assertThat(address).isEqualTo("/portal/" + once);

    var more = Map.of("text", "Still none", "once", "a");
    stranger.post(address + "/messages", more);
    stranger.post(address + "/messages", more);
    assertThat(messages.of(newest())).extracting(Message::text).containsOnlyOnce("Still none");
  }

  @Test
  void whatIsMissingIsSaidAndNothingTypedIsLost() {
    HttpResponse<String> no =
        stranger.post(
            "/portal",
            Map.of("once", once(stranger.get("/portal")), "title", "", "text", "It beeps"));
    assertThat(no.statusCode()).isEqualTo(422);
    assertThat(no.body()).contains("Enter your e-mail address", "in one line", "It beeps");
  }

  @Test
  void afterTwentyRequestsAnHourTheNetworkHasToWait() {
    for (int i = 0; i < 20; i++) {
      asked("Request " + i);
    }
    HttpResponse<String> no =
        stranger.post(
            "/portal",
            Map.of(
                "once", once(stranger.get("/portal")), "title", "21st", "email", "m@example.org"));
    assertThat(no.statusCode()).isEqualTo(429);
    assertThat(no.body()).contains("Too much came from you within an hour", "21st");
  }

  @Test
  void aClosedDoorTakesNothing() {
    settings.put("portal.open", "no");
    long before = count();
    assertThat(stranger.get("/portal").statusCode()).isEqualTo(404);
    assertThat(
            stranger.post("/portal", Map.of("title", "x", "email", "m@example.org")).statusCode())
        .isEqualTo(404);
    assertThat(count()).isEqualTo(before);
    assertThat(stranger.get("/portal/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void whoHasAnAccountSeesTheirOwnRequestsAndNobodyElses() {
    Who sue = accounts.account(Role.STAKEHOLDER);
    Browser browser = accounts.signedIn(sue);
    assertThat(browser.get("/requests").body()).contains("You asked for nothing yet");

    String once = once(browser.get("/requests/new"));
    String address =
        location(browser.post("/requests", Map.of("once", once, "title", "A second screen")));
    assertThat(browser.get(address).body()).contains("A second screen");
    assertThat(browser.get("/requests").body()).contains("1 request of yours is open", address);
    assertThat(newest().caller().email()).isEqualTo(sue.email());

    Ticket other = desk.open(NewTicket.of("Not hers", "phone"), agent());
    assertThat(browser.get("/requests/" + other.number()).statusCode()).isEqualTo(404);
    assertThat(browser.get("/t/" + newest().number()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoseRequestWasMergedSeesWhatTheOtherOneIsAnsweredAndNoOtherCallersWords() {
    Who sue = accounts.account(Role.STAKEHOLDER);
    Browser browser = accounts.signedIn(sue);
    String address = request(browser, "Mail is slow");
    Ticket hers = newest();
    browser.post(address + "/messages", Map.of("text", "Mine since nine", "once", "1"));
    Browser other = accounts.signedIn(Role.STAKEHOLDER);
    String kept = request(other, "Mail hangs");
    Ticket his = newest();
    other.post(kept + "/messages", Map.of("text", "My password is swan", "once", "1"));
    var file = new NewMessage.File("steps.txt", "seven".getBytes(StandardCharsets.UTF_8));
    say(his, Message.Kind.ANSWER, "Dear Bo, only for you");

    desk.change(hers, new Change.MergeInto(his.number()), agent());
    messages.add(
        his,
        NewMessage.of(Message.Kind.ANSWER, "We restart it at noon").with(List.of(file)),
        agent());
    say(his, Message.Kind.NOTE, "Hardware");
    browser.post(address + "/messages", Map.of("text", "Thank you", "once", "2"));

    String page = browser.get(address).body();
    assertThat(page)
        .contains("Mine since nine", "We restart it at noon", "Thank you", sue.name())
        .contains("these requests go on together. We work on it.")
        .doesNotContain("swan", "only for you", "Hardware");
    String attached = page.replaceAll("(?s).*href=\"(/requests/[^\"]*/files/[^\"]*)\".*", "$1");
    assertThat(browser.get(attached).body()).isEqualTo("seven");
    assertThat(other.get(kept).body())
        .contains("swan", "only for you", "We restart it at noon")
        .doesNotContain("Mine since nine", "Thank you");
    assertThat(messages.of(his))
        .filteredOn(message -> message.text().equals("Thank you"))
        .extracting(Message::who)
        .containsExactly(sue.name());
    assertThat(browser.get("/requests").body()).contains("1 request of yours is open");
  }

  private String request(Browser browser, String title) {
    String once = once(browser.get("/requests/new"));
    return location(browser.post("/requests", Map.of("once", once, "title", title)));
  }

  private void say(Ticket ticket, Message.Kind kind, String text) {
    messages.add(ticket, NewMessage.of(kind, text), agent());
  }

  @Test
  void filesOfNotesAreNotTheCallers() {
    Who sue = accounts.account(Role.STAKEHOLDER);
    Browser browser = accounts.signedIn(sue);
    String once = once(browser.get("/requests/new"));
    String address = location(browser.post("/requests", Map.of("once", once, "title", "Plan")));
    Ticket ticket = newest();
    var file = new NewMessage.File("plan.txt", "seven".getBytes(StandardCharsets.UTF_8));
    messages.add(ticket, NewMessage.of(Message.Kind.ANSWER, "Here").with(List.of(file)), agent());
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, "No").with(List.of(file)), agent());
    List<Message> all = messages.of(ticket);
    String shown = address + "/files/" + all.get(0).attachments().getFirst().id();
    String hidden = address + "/files/" + all.get(1).attachments().getFirst().id();

    assertThat(browser.get(shown).body()).isEqualTo("seven");
    assertThat(browser.get(hidden).statusCode()).isEqualTo(404);
  }

  @Test
  void anAdminOpensAndClosesTheDoor() {
    Browser admin = accounts.signedIn(Role.ADMIN);
    admin.get("/admin/portal");
    admin.post("/admin/portal", Map.of("open", "no"));
    assertThat(stranger.get("/portal").statusCode()).isEqualTo(404);
    admin.post("/admin/portal", Map.of("open", "yes"));
    assertThat(stranger.get("/portal").statusCode()).isEqualTo(200);
  }

  private String asked(String title) {
    return location(
        stranger.post(
            "/portal",
            Map.of(
                "once", once(stranger.get("/portal")),
                "title", title,
                "text", "Since nine",
                "name", "Mia",
                "email", "mia@example.org")));
  }

  private Ticket newest() {
    String number =
        sql.sql("select number from helpdesk.ticket order by id desc limit 1")
            .query(String.class)
            .single();
    return tickets.find(number).orElseThrow();
  }

  private long count() {
    return sql.sql("select count(*) from helpdesk.ticket").query(Long.class).single();
  }

  private By agent() {
    return new By("An Agent", null, zone.instant());
  }

  private static String once(HttpResponse<String> page) {
    Matcher found = ONCE.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String location(HttpResponse<String> going) {
    assertThat(going.statusCode()).as(going.body()).isEqualTo(303);
    return going.headers().firstValue("location").orElseThrow();
  }
}
