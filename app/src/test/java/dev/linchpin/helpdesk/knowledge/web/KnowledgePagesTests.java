package dev.linchpin.helpdesk.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class KnowledgePagesTests {
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Tickets tickets;
  @Autowired Messages messages;
  @Autowired Zone zone;

  private Browser agent;

  @BeforeEach
  void anAgent() {
    agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    agent.get("/knowledge");
  }

  @Test
  void aProblemIsOpenedFromATicketSuggestedOnTheNextAndAnswersBothWhenItIsClosed() {
    Ticket first = ticket("Gyroscope wobbles at dusk");
    assertThat(agent.get("/problems/new?ticket=" + first.number()).body())
        .contains("Gyroscope wobbles at dusk");
    String problem =
        location(
            agent.post(
                "/problems",
                Map.of(
                    "title",
                    "Gyroscope wobbles",
                    "workaround",
                    "Turn the gyroscope by hand.",
                    "ticket",
                    first.number())));
    Ticket second = ticket("The gyroscope wobbles again");
    String ref = "P-" + problem.substring(problem.lastIndexOf('/') + 1);
    assertThat(agent.get("/t/" + second.number() + "/suggestions").body())
        .contains(ref, "Turn the gyroscope by hand.", "known error");

    String inserted =
        agent
            .post(
                "/t/" + second.number() + "/insertions",
                Map.of("insert", ref, "text", "Good morning."))
            .body();
    assertThat(inserted).contains("Good morning.\n\nTurn the gyroscope by hand.</textarea>");
    assertThat(agent.get("/t/" + second.number() + "/suggestions").body())
        .contains("Did <a href=\"" + problem + "\">" + ref + "</a> help?");
    agent.post(
        "/t/" + second.number() + "/suggestions/" + ref + "/judgement", Map.of("helped", "yes"));
    agent.post(problem + "/incidents", Map.of("ticket", second.number()));
    assertThat(agent.get(problem).body())
        .contains("It caused 2 incidents, 2 still open.", "helped on 1 of 1");

    agent.post(
        problem + "/closure", Map.of("outcome", "The bearing is new.", "ticket", second.number()));

    assertThat(now(second).state()).isEqualTo(TicketState.RESOLVED);
    assertThat(now(first).state().isOpen()).isTrue();
    assertThat(messages.of(second)).extracting(Message::text).contains("The bearing is new.");
    assertThat(agent.get(problem).body()).contains("It is closed.");
  }

  @Test
  void aStakeholderReadsWhatIsPublishedForEveryoneAndNothingElse() {
    String open = article("Kites over the lake", "PUBLISHED", "EVERYONE");
    String inside = article("Kites and their keys", "PUBLISHED", "AGENTS");
    String draft = article("Kites to come", "DRAFT", "EVERYONE");
    Browser stakeholder = TestAccounts.in(context).signedIn(Role.STAKEHOLDER);

    assertThat(stakeholder.get("/knowledge?words=kites").body())
        .contains(open)
        .doesNotContain(inside, draft);
    assertThat(stakeholder.get(open).statusCode()).isEqualTo(200);
    assertThat(stakeholder.get(open).body()).doesNotContain("History");
    for (String hidden : List.of(inside, draft)) {
      assertThat(stakeholder.get(hidden).statusCode()).isEqualTo(404);
    }
    assertThat(stakeholder.get("/t/1/suggestions").statusCode()).isEqualTo(404);
  }

  @Test
  void twoWhoWriteTheSameTextMeetAndNothingIsLost() {
    String address = article("Pelicans", "DRAFT", "AGENTS");
    Map<String, String> typed = fields("Pelicans", "DRAFT", "AGENTS");
    typed.put("version", "1");
    typed.put("text", "Theirs.");
    agent.post(address + "/text", typed);
    typed.put("text", "Mine.");

    HttpResponse<String> clash = agent.post(address + "/text", typed);

    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(clash.body())
        .contains("Theirs.", "Mine.</textarea>", "name=\"version\" value=\"2\"");
    assertThat(agent.get(address).body()).contains("Theirs.").doesNotContain("Mine.");
    assertThat(agent.get(address + "/versions/1").body()).contains("About Pelicans.");
  }

  @Test
  void whatPeopleTypeIsNeverMarkup() {
    Map<String, String> article = fields(SCRIPT, "PUBLISHED", "EVERYONE");
    article.put("text", SCRIPT + "\n\n[x](javascript:alert(1))\n\n" + FORMULA);
    String articlePage = location(agent.post("/knowledge/articles", article));
    String problemPage =
        location(
            agent.post(
                "/problems",
                Map.of("title", SCRIPT, "text", SCRIPT, "cause", SCRIPT, "workaround", SCRIPT)));
    Ticket ticket = ticket("alert script " + SCRIPT);

    for (String page :
        List.of(
            articlePage,
            articlePage + "/text",
            articlePage + "/versions/1",
            problemPage,
            problemPage + "/details",
            problemPage + "/closure",
            "/knowledge?words=%3Cscript%3Ealert(1)%3C/script%3E",
            "/problems?words=%3Cscript%3Ealert(1)%3C/script%3E",
            "/t/" + ticket.number() + "/suggestions",
            "/tickets/suggestions?title=%3Cscript%3Ealert",
            "/reports/help-desk?from=%3Cscript%3E&queue=%3Cscript%3E")) {
      assertThat(agent.get(page).body())
          .as(page)
          .doesNotContain("<script>alert", "href=\"javascript");
    }
  }

  @Test
  void aFormWithProblemsSaysThemBesideItsFields() {
    HttpResponse<String> answer =
        agent.post(
            "/knowledge/articles",
            Map.of("title", " ", "text", "", "owner", "Nobody Known", "reviewBy", "soon"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "Enter a title of at most 200 characters.",
            "Nobody in the directory is named “Nobody Known”.",
            "Enter a day, like 2027-03-12, or nothing.");
  }

  private String article(String title, String state, String audience) {
    return location(agent.post("/knowledge/articles", fields(title, state, audience)));
  }

  private static Map<String, String> fields(String title, String state, String audience) {
    return new HashMap<>(
        Map.of(
            "title", title, "text", "About " + title + ".", "state", state, "audience", audience));
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private Ticket ticket(String title) {
    return desk.open(NewTicket.of(title, "phone"), new By("Åsa", null, zone.instant()));
  }

  private Ticket now(Ticket ticket) {
    return tickets.find(ticket.number()).orElseThrow();
  }
}
