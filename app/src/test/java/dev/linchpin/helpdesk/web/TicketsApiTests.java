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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
  void messagesAndWorkComeInPagesToo() {
    String path = "/" + ticket("Much was said").number();
    for (int i = 1; i <= 5; i++) {
      send("POST", path + "/messages", "{\"kind\":\"note\",\"text\":\"Word %d\"}".formatted(i));
      send("POST", path + "/work", "{\"time\":\"%dm\"}".formatted(i));
    }
    for (String list : List.of("/messages", "/work")) {
      var seen = new ArrayList<String>();
      String next = path + list + "?limit=2";
      while (!next.isEmpty()) {
        HttpResponse<String> page = send("GET", next, "");
        String all = page.body();
        assertThat(all.split("\"id\"", -1)).hasSizeLessThanOrEqualTo(3);
        Pattern.compile("Word \\d|\"minutes\":\\d")
            .matcher(all)
            .results()
            .forEach(found -> seen.add(found.group()));
        next =
            page.headers()
                .firstValue("Link")
                .map(link -> link.substring("</api/v1/tickets".length(), link.indexOf('>')))
                .orElse("");
      }
      assertThat(seen).as(list).hasSize(5).doesNotHaveDuplicates();
      assertThat(seen.getFirst()).endsWith("1");
    }
    assertThat(send("GET", path + "/messages?after=nonsense&limit=0", "").body())
        .contains("Word 1")
        .doesNotContain("Word 2");
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

  @Test
  void linksAndTheChecklistAreChangedAsTheyAreRead() {
    Ticket ticket = ticket("With parts");
    Ticket other = ticket("The cause");
    String path = "/" + ticket.number();
    String link = "{\"kind\":\"caused-by\",\"ref\":\"T-" + other.number() + "\"}";

    HttpResponse<String> added =
        send(
            "PATCH",
            path,
            "{\"addLinks\":[%s],\"checklist\":[{\"name\":\"Order\",\"done\":false},".formatted(link)
                + "{\"name\":\"Call\",\"done\":true}]}",
            "If-Match",
            "\"v" + ticket.version() + "\"");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    assertThat(added.body())
        .contains(link, "{\"name\":\"Order\",\"done\":false}", "{\"name\":\"Call\",\"done\":true}");

    HttpResponse<String> removed =
        send(
            "PATCH",
            path,
            "{\"removeLinks\":[%s],\"removeItems\":[\"Call\"]}".formatted(link),
            "If-Match",
            added.headers().firstValue("ETag").orElseThrow());
    assertThat(removed.body()).contains("\"links\":[]", "Order").doesNotContain("Call");
    for (String wrong :
        List.of(
            "{\"addLinks\":\"T-1\"}",
            "{\"addLinks\":[{\"kind\":\"near\",\"ref\":\"NET\"}]}",
            "{\"addLinks\":[{\"kind\":\"belongs-to\",\"ref\":\"NOWHERE-9\"}]}",
            "{\"checklist\":[{\"name\":\"x\"}]}",
            "{\"removeItems\":[null]}")) {
      HttpResponse<String> no =
          send(
              "PATCH", path, wrong, "If-Match", removed.headers().firstValue("ETag").orElseThrow());
      assertThat(no.statusCode()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void aStepIsTakenBackUnlessTheSameWasChangedAfterwards() {
    Ticket ticket = ticket("First");
    var by = new By("Another", null, zone.instant());
    desk.change(ticket, new Change.Retitle("Second"), by);
    String step = "/" + ticket.number() + "/history/" + (ticket.version() + 1) + "/reversal";

    HttpResponse<String> back = send("POST", step, "");
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).contains("\"title\":\"First\"");
    assertThat(send("POST", step, "").body()).contains("\"title\":\"First\"");

    desk.change(ticket, new Change.Retitle("Third"), by);
    int third = tickets.find(ticket.number()).orElseThrow().version();
    desk.change(ticket, new Change.Retitle("Fourth"), by);
    HttpResponse<String> no =
        send("POST", "/" + ticket.number() + "/history/" + third + "/reversal", "");
    assertThat(no.statusCode()).isEqualTo(409);
    assertThat(no.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(no.body()).contains("\"becomes\":\"Fourth\"");
    assertThat(send("POST", "/" + ticket.number() + "/history/1/reversal", "").statusCode())
        .isEqualTo(409);
  }

  @Test
  void filesComeWithAMessageOnce() {
    Ticket ticket = ticket("With a file");
    String path = "/" + ticket.number() + "/messages";
    String form =
        part("kind", "note")
            + part("text", "Here it is")
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"log.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nseven\r\n--b--\r\n";
    String type = "multipart/form-data; boundary=b";
    String[] once = {"Idempotency-Key", "f" + token};
    HttpResponse<String> first = send(type, "POST", path, form, once);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(send(type, "POST", path, form, once).body()).isEqualTo(first.body());

    String said = send("GET", path, "").body();
    assertThat(said.split("log.txt", -1)).hasSize(2);
    assertThat(said).contains("\"type\":\"text/plain\"", "\"size\":5");
    assertThat(
            send(type, "POST", path, part("kind", "shout") + "--b--\r\n", new String[0])
                .statusCode())
        .isEqualTo(422);
  }

  private static String part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  @Test
  void workThatIsSentTwiceIsBookedOnce() {
    String path = "/" + ticket("Booked once").number() + "/work";
    HttpResponse<String> first =
        send("POST", path, "{\"time\":\"20m\"}", "Idempotency-Key", "w" + token);
    HttpResponse<String> again =
        send("POST", path, "{\"time\":\"20m\"}", "Idempotency-Key", "w" + token);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body()).contains("\"id\"");
    assertThat(send("GET", path, "").body().split("\"minutes\"", -1)).hasSize(2);
  }

  private HttpResponse<String> send(String method, String path, String body, String... header) {
    return send("application/json", method, path, body, header);
  }

  private HttpResponse<String> send(
      String type, String method, String path, String body, String[] header) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(TestAccounts.in(context).home().resolve("/api/v1/tickets" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
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
