package dev.linchpin.helpdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.Attachments;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class TicketDeskPagesTests {
  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Tickets tickets;
  @Autowired Messages messages;
  @Autowired People people;
  @Autowired Sites sites;
  @Autowired Zone zone;

  private Who who;
  private Browser agent;
  private Ticket ticket;

  @BeforeEach
  void anAgentWithATicket() {
    TestAccounts accounts = TestAccounts.in(context);
    who = accounts.account(Role.HELP_DESK_AGENT);
    var person =
        Person.of(new PersonId(UUID.randomUUID()), who.name(), who.email(), sites.main().id());
    people.add(person, "test");
    agent = accounts.signedIn(who);
    ticket = desk.open(NewTicket.of("It <b>hums</b>", "phone"), by());
    agent.get("/t/" + ticket.number());
  }

  private By by() {
    return new By("Another Agent", null, zone.instant());
  }

  private Ticket now() {
    return tickets.find(ticket.number()).orElseThrow();
  }

  private HttpResponse<String> change(String what, String to, String text, int version) {
    return agent.post(
        "/t/" + ticket.number() + "/changes",
        Map.of("what", what, "to", to, "text", text, "version", Integer.toString(version)));
  }

  @Test
  void oneLineOpensATicketAndLeadsToIt() {
    HttpResponse<String> opened = agent.post("/tickets", Map.of("title", "No tone", "caller", ""));
    assertThat(opened.statusCode()).isEqualTo(303);
    String address = opened.headers().firstValue("location").orElseThrow();
    assertThat(agent.get(address).body()).contains("No tone").contains("is open.");

    assertThat(agent.post("/tickets", Map.of("caller", "Ruth")).body())
        .contains("Enter what it is about, in one line.")
        .contains("value=\"Ruth\"");
  }

  @Test
  void whatIsSavedCanBeTakenBackWithOneClick() {
    assertThat(change("assign", "me", "", ticket.version()).statusCode()).isEqualTo(303);
    assertThat(now().assignee()).isEqualTo(who.name());

    String undo = "/t/" + ticket.number() + "/changes/" + now().version() + "/reversal";
    assertThat(agent.get("/t/" + ticket.number()).body()).contains(undo);
    agent.post(undo, Map.of());
    assertThat(now().assignee()).isEmpty();
  }

  @Test
  void twoWhoChangeTheSameChooseOnAPageAndNothingIsLost() {
    desk.change(ticket, new Change.Retitle("Theirs"), by());

    HttpResponse<String> clash = change("title", "", "Mine", ticket.version());

    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.body()).contains("Theirs", "Mine", "Another Agent", "Keep theirs");
    assertThat(now().title()).isEqualTo("Theirs");
    change("title", "", "Mine", now().version());
    assertThat(now().title()).isEqualTo("Mine");
  }

  @Test
  void anAnswerMayResolveItAndANoteMayNot() {
    Map<String, String> note =
        Map.of("kind", "NOTE", "text", "Secret words", "then", "resolve", "version", "1");
    assertThat(agent.post("/t/" + ticket.number() + "/messages", note).statusCode()).isEqualTo(422);
    agent.post(
        "/t/" + ticket.number() + "/messages",
        Map.of(
            "kind",
            "ANSWER",
            "text",
            "It is mended.",
            "then",
            "resolve",
            "spent",
            "20m",
            "version",
            Integer.toString(ticket.version())));

    assertThat(now().state()).isEqualTo(TicketState.RESOLVED);
    assertThat(now().outcome()).isEqualTo("It is mended.");
    assertThat(now().handled().toMinutes()).isEqualTo(20);
    assertThat(agent.get("/t/" + ticket.number()).body())
        .contains("The caller was told", "It is mended.");
  }

  @Test
  void whatPeopleTypeIsNeverMarkup() {
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, "<script>alert(1)</script>"), by());

    assertThat(agent.get("/t/" + ticket.number()).body())
        .contains("It &lt;b&gt;hums&lt;/b&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<b>hums", "<script>alert");
  }

  @Test
  void aStakeholderSeesNoTicketAndSoNoNote() {
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, "He breaks it weekly."), by());
    Browser stakeholder = TestAccounts.in(context).signedIn(Role.STAKEHOLDER);

    for (String page : List.of("", "/answer", "/viewers")) {
      HttpResponse<String> seen = stakeholder.get("/t/" + ticket.number() + page);
      assertThat(seen.statusCode()).isEqualTo(404);
      assertThat(seen.body()).doesNotContain("weekly");
    }
    assertThat(agent.get("/t/" + ticket.number() + "/answer").body()).doesNotContain("weekly");
  }

  @Test
  void aFileIsSavedAndNeverShownByTheBrowser() {
    byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    UUID message =
        messages.add(
            ticket,
            NewMessage.of(Message.Kind.FROM_CALLER, "See")
                .with(List.of(new NewMessage.File("pagé.html", page))),
            by());
    Message kept =
        messages.of(ticket).stream().filter(one -> one.id().equals(message)).findFirst().get();
    String address = "/files/" + kept.attachments().getFirst().id();

    HttpResponse<String> file = agent.get(address);

    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment;");
    assertThat(file.headers().firstValue("content-type")).contains("application/octet-stream");
    assertThat(file.headers().firstValue("content-security-policy").orElseThrow())
        .contains("sandbox");
    assertThat(context.getBean(Attachments.class).find(UUID.randomUUID())).isEmpty();
    Browser stakeholder = TestAccounts.in(context).signedIn(Role.STAKEHOLDER);
    assertThat(stakeholder.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void manyAreChangedTogetherAndEachSaysWhatBecameOfIt() {
    Ticket other = desk.open(NewTicket.of("Other", "phone"), by());
    desk.change(other, new Change.Resolve("Done."), by());

    HttpResponse<String> answer =
        agent.post(
            "/tickets/changes",
            Map.of("what", "wait-for-vendor", "ticket", ticket.number() + ":" + ticket.version()));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(now().state()).isEqualTo(TicketState.WAITING_FOR_VENDOR);

    answer =
        agent.post("/tickets/changes", Map.of("what", "begin", "ticket", other.number() + ":9"));
    assertThat(answer.body()).contains("0 of 1 tickets are changed.", "Reopen it first.");
  }

  @Test
  void theListSaysInASentenceWhatItShows() {
    desk.change(ticket, new Change.Tag("humming"), by());
    change("assign", "me", "", ticket.version());

    assertThat(agent.get("/tickets?show=mine&tag=humming&words=hums&priority=normal").body())
        .contains(
            "Open tickets assigned to you, priority normal, with the tag “humming”, with the"
                + " words “hums”, the closest first.")
        .contains("/t/" + ticket.number());
    assertThat(agent.get("/tickets?show=unassigned&tag=humming").body())
        .contains("No ticket fits.");
  }

  @Test
  void aViewIsKeptForWhoMadeIt() {
    agent.get("/tickets");
    agent.post("/tickets/views", Map.of("name", "My hums", "show", "mine", "words", "hums"));

    assertThat(agent.get("/tickets").body())
        .contains("My hums", "/tickets?show=mine&amp;words=hums");
    Browser other = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    assertThat(other.get("/tickets").body()).doesNotContain("My hums");
  }

  @Test
  void twoOnOneTicketSeeEachOther() {
    Browser other = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);

    assertThat(agent.get("/t/" + ticket.number() + "/viewers").body()).doesNotContain("open too");
    assertThat(other.get("/t/" + ticket.number() + "/viewers").body())
        .contains(who.name() + " has this open too.");
  }

  @Test
  void aCannedReplyBeginsTheAnswerWithWhatTheTicketSays() {
    agent.get("/tickets/replies");
    agent.post(
        "/tickets/replies",
        Map.of("name", "Hums " + ticket.number(), "text", "About {number}, {agent}: {other}"));
    String body = agent.get("/t/" + ticket.number()).body();
    int at = body.indexOf("?reply=");
    String link = body.substring(at, body.indexOf('#', at));

    assertThat(agent.get("/t/" + ticket.number() + link).body())
        .contains("About %s, %s: {other}".formatted(ticket.number(), who.name()));
  }
}
