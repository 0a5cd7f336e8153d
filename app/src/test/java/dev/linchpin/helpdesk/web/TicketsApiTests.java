package dev.linchpin.helpdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.access.Tokens;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class TicketsApiTests {
  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Tickets tickets;
  @Autowired Tokens tokens;
  @Autowired People people;
  @Autowired Sites sites;
  @Autowired Zone zone;

  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  @BeforeEach
  void aProgramOfAnAgent() {
    Who who = TestAccounts.in(context).account(Role.HELP_DESK_AGENT);
    people.add(
        Person.of(new PersonId(UUID.randomUUID()), who.name(), who.email(), sites.main().id()),
        "test");
    token = tokens.create("test", Duration.ofDays(1), who);
  }

  private Ticket ticket(String title) {
    return desk.open(NewTicket.of(title, "phone"), new By("Another", null, zone.instant()));
  }

  @Test
  void theSameRequestTwiceOpensOneTicket() {
    String body = "{\"title\":\"Disk is full\",\"caller\":\"Ruth\",\"impact\":\"high\"}";
    HttpResponse<String> first = send("POST", "", body, "Idempotency-Key", "disk-" + token);
    HttpResponse<String> second = send("POST", "", body, "Idempotency-Key", "disk-" + token);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.body()).contains("\"title\":\"Disk is full\"", "\"priority\":\"high\"");
    assertThat(second.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(second.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void whatIsWrongIsSaidByField() {
    HttpResponse<String> answer = send("POST", "", "{\"service\":\"nothing\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"field\":\"title\"");
  }

  @Test
  void aChangeNeedsTheVersionThatWasSeen() {
    Ticket ticket = ticket("Seen by a program");
    String path = "/" + ticket.number();
    String tag = send("GET", path, "").headers().firstValue("ETag").orElseThrow();

    assertThat(send("PATCH", path, "{\"title\":\"B\"}").statusCode()).isEqualTo(428);
    desk.change(ticket, new Change.Tag("x"), new By("Another", null, zone.instant()));
    HttpResponse<String> late = send("PATCH", path, "{\"title\":\"B\"}", "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("\"field\":\"tag\"", "\"who\":\"Another\"");
    String now = late.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> done =
        send("PATCH", path, "{\"title\":\"B\",\"assignee\":\"me\"}", "If-Match", now);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("\"title\":\"B\"", "\"state\":\"open\"");
  }

  @Test
  void allFieldsAreChangedOrNone() {
    Ticket ticket = ticket("All or none");
    String tag = "\"v" + ticket.version() + "\"";

    HttpResponse<String> no =
        send(
            "PATCH",
            "/" + ticket.number(),
            "{\"title\":\"Half\",\"state\":\"closed\"}",
            "If-Match",
            tag);

    assertThat(no.statusCode()).isEqualTo(422);
    assertThat(tickets.find(ticket.number()).orElseThrow().title()).isEqualTo("All or none");
    assertThat(send("PATCH", "/" + ticket.number(), "{\"owner\":\"me\"}", "If-Match", tag).body())
        .contains("There is no field “owner” to change.");
  }

  @Test
  void theListGoesOnWhereItsLinkLeads() {
    String words = "page" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 5; i++) {
      ticket(words + " " + i);
    }
    HttpResponse<String> first = send("GET", "?words=" + words + "&limit=3", "");
    String link = first.headers().firstValue("Link").orElseThrow();
    String next = link.substring(link.indexOf('?'), link.indexOf('>'));
    HttpResponse<String> second = send("GET", next, "");

    assertThat(first.body().split("\"number\"", -1)).hasSize(4);
    assertThat(second.body().split("\"number\"", -1)).hasSize(3);
    assertThat(second.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void messagesAndWorkAreAddedAndRead() {
    Ticket ticket = ticket("Worked on by a program");
    String path = "/" + ticket.number();
    String answer = "{\"kind\":\"answer\",\"text\":\"Hello\"}";

    assertThat(send("POST", path + "/messages", answer, "Idempotency-Key", "m").statusCode())
        .isEqualTo(201);
    send("POST", path + "/messages", answer, "Idempotency-Key", "m");
    assertThat(send("GET", path + "/messages", "").body().split("\"Hello\"", -1)).hasSize(2);
    assertThat(send("POST", path + "/work", "{\"time\":\"20m\"}").statusCode()).isEqualTo(201);
    assertThat(send("POST", path + "/work", "{\"time\":\"long\"}").statusCode()).isEqualTo(422);
    assertThat(send("GET", path + "/work", "").body()).contains("\"minutes\":20");
    assertThat(send("GET", path + "/history", "").body()).contains("\"field\":\"work\"");
  }

  private HttpResponse<String> send(String method, String path, String body, String... header) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(TestAccounts.in(context).home().resolve("/api/v1/tickets" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (header.length == 2) {
      request.header(header[0], header[1]);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
