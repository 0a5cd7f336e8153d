package dev.linchpin.answers.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.AccountId;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Channel;
import dev.linchpin.answers.Corrections;
import dev.linchpin.answers.Drifting;
import dev.linchpin.answers.Drifts;
import dev.linchpin.answers.Hearers;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.Promises;
import dev.linchpin.messaging.LetterLost;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LinchpinTest
class SubscriptionsTests extends SubscriptionsWorld {
  @Autowired Hearers hearers;
  @Autowired Promises promises;
  @Autowired Drifting drifting;
  @Autowired Drifts drifts;
  @Autowired Corrections corrections;

  @Test
  void aStrangerGetsOneConfirmationAndNothingElseUntilTheyPressTheButton() {
    String lena = anybody();
    HttpResponse<String> sent = wish(lena, "mail");
    assertThat(sent.body()).contains("If " + lena + " can get mail");
    assertThat(letters(lena)).hasSize(1);
    String secret = secret(letters(lena).getFirst());

    stranger().get("/subscriptions/" + secret); // as a mail scanner does
    news.tell();
    assertThat(letters(lena)).hasSize(1);

    stranger().post("/subscriptions/" + secret + "/confirmation", Map.of());
    assertThat(letters(lena)).hasSize(2);
    assertThat(letters(lena).getLast())
        .contains("A brighter harbour", "We expect this to be done", "in 10")
        .doesNotContain("Internal lantern", "Nora");
    assertThat(promises(lena)).containsExactly("SUBSCRIPTION");
  }

  @Test
  void aDateThatMovesByMoreThanTheyWishIsToldOnceAndOneClickStopsIt() {
    String mia = subscribed();
    news.tell();
    assertThat(letters(mia)).as("nothing moved").hasSize(2);

    heardBefore(mia, 3);
    news.tell();
    assertThat(letters(mia)).as("three days are no news for five").hasSize(2);
    heardBefore(mia, 30);
    news.tell();
    news.tell();
    assertThat(letters(mia)).hasSize(3);
    assertThat(letters(mia).getLast()).contains("Before, we said");

    Browser mailProgram = stranger();
    HttpResponse<String> stopped =
        mailProgram.send(
            mailProgram
                .request("/subscriptions/" + secret(letters(mia).getLast()) + "/end")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    assertThat(stopped.statusCode()).isIn(200, 303);
    heardBefore(mia, 30);
    news.tell();
    assertThat(letters(mia)).hasSize(3);
  }

  @Test
  void whoSubscribedHearsItThereAndGetsNoCorrectionBesides() {
    String mia = subscribed();
    String otto = anybody();
    told(mia, zone.today().plusDays(1));
    told(otto, zone.today().plusDays(1));
    drifting.check(List.of(KEY));
    assertThat(corrected()).containsExactly(otto);

    heardBefore(mia, 0);
    news.tell();
    assertThat(letters(mia)).as("what they were told by telephone counts").hasSize(3);

    stranger().post("/subscriptions/" + secret(letters(mia).getLast()) + "/end", Map.of());
    told(mia, zone.today().plusDays(1));
    drifting.check(List.of(KEY));
    assertThat(corrected()).containsExactlyInAnyOrder(mia, otto);
  }

  @Test
  void whatTheyWereToldByTelephoneIsNotToldAgainBySubscription() {
    String mia = subscribed();
    heardBefore(mia, 30);
    LocalDate known = book.answer(admin, ref(), book.asked(admin)).by();
    told(mia, Objects.requireNonNull(known));
    news.tell();
    assertThat(letters(mia)).hasSize(2);
  }

  @Test
  void whoAsksToBeForgottenLeavesNoAddressBehind() {
    String mia = subscribed();
    Subscription one = subscriptions.about(ref()).getFirst();
    corrections.forget(admin, hearers.withMail("", mia).id());

    Subscription after = subscriptions.find(one.id()).orElseThrow();
    assertThat(after.state()).isEqualTo("ended");
    assertThat(after.address()).isEmpty();
    assertThat(letters(mia)).isEmpty();
    news.tell();
    assertThat(letters("")).noneMatch(text -> text.contains("We do not say dates"));
  }

  @Test
  void whoeverAsksInTheNameOfAnAddressAgainAndAgainSendsThreeMailsADay() {
    String victim = anybody();
    for (int i = 0; i < 6; i++) {
      assertThat(wish(victim, "mail").statusCode()).isEqualTo(200);
    }
    assertThat(letters(victim)).hasSize(Subscribing.PER_ADDRESS_AND_DAY);
  }

  @Test
  void aFloodFromOneSourceIsBraked() {
    for (int i = 0; i < Subscribing.PER_SOURCE_AND_HOUR; i++) {
      wish("", "calendar");
    }
    assertThat(wish("", "calendar").statusCode()).isEqualTo(429);
    assertThat(subscriptions.about(ref())).hasSize(Subscribing.PER_SOURCE_AND_HOUR);
  }

  @Test
  void mailThatComesBackEndsTheSubscriptionAndIsShown() {
    String gone = subscribed();
    Subscription one = subscriptions.about(ref()).getFirst();
    facts.publishEvent(
        new LetterLost(
            "subscription " + one.id() + " news 1",
            gone,
            "There is no such user.",
            zone.instant()));

    Browser agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);
    assertThat(agent.get("/p/" + KEY + "/subscriptions").body())
        .contains("Mail does not arrive: There is no such user.", "ended");
    assertThat(
            sql.sql("select count(*) from answers.unheard where why like 'There is no such%'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void aCalendarShowsTheDateAsOneDayAndItsNumberGrowsWhenItChanges() {
    String address = path(wish("", "calendar").body(), "dates.ics");
    assertThat(promisesBy("CALENDAR")).as("told once it is read").isZero();
    HttpResponse<String> first = stranger().get(address);
    assertThat(first.headers().firstValue("Content-Type").orElseThrow()).contains("text/calendar");
    assertThat(first.body())
        .containsPattern("DTSTART;VALUE=DATE:20\\d{6}")
        .contains("SUMMARY:A brighter harbour: done by now (about ", "in 10)", "SEQUENCE:0")
        .contains("TRANSP:TRANSPARENT", "REFRESH-INTERVAL");
    stranger().get(address);
    assertThat(promisesBy("CALENDAR")).isEqualTo(1);

    String tag = first.headers().firstValue("ETag").orElseThrow();
    Browser reader = stranger();
    var again = reader.request(address).header("If-None-Match", tag).GET();
    assertThat(reader.send(again).statusCode()).isEqualTo(304);

    sql.sql("update answers.heard set by_day = by_day - 30").update();
    news.tell();
    String second = stranger().get(address).body();
    assertThat(second).contains("SEQUENCE:1").contains(line(first.body(), "UID:"));
    assertThat(promisesBy("CALENDAR")).isEqualTo(2);
  }

  @Test
  void whoGuessesFeedAddressesFindsNothingAndIsBraked() {
    String guess = "/feeds/" + "x".repeat(43) + "/dates.ics";
    assertThat(stranger().get(guess).statusCode()).isEqualTo(404);
    int last = 0;
    for (int i = 0; i < 10; i++) {
      last = stranger().get(guess).statusCode();
    }
    assertThat(last).isEqualTo(429);
    assertThat(
            sql.sql("select hash from answers.subscription_key")
                .query((row, number) -> row.getString(1))
                .list())
        .as("hashed")
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }

  @Test
  void anAtomFeedIsWellFormedWhateverTheTitleHolds() throws Exception {
    allow(KEY, "Light <b>&</b> \"more\"");
    String xml = stranger().get(path(wish("", "atom").body(), "news.atom")).body();
    var parsed =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(parsed.getElementsByTagName("entry").getLength()).isEqualTo(1);
    assertThat(xml).contains("We expect this to be done");
  }

  @Test
  void whatIsNotSaidOutsideAnyMoreEndsWithAFarewell() {
    String mia = subscribed();
    outside.forbid(ref(), BY);
    news.tell();
    assertThat(letters(mia).getLast()).contains("We do not say dates for this any more.");
    news.tell();
    assertThat(letters(mia)).hasSize(3);
  }

  @Test
  void aProjectThatIsCancelledIsSaidAtOnceAndOnlyOnce() {
    project("SUBC");
    forecasting.make(zone.now());
    allow("SUBC", "A longer pier");
    String mia = anybody();
    stranger().post("/status/dates/SUBC/subscriptions", Map.of("way", "mail", "address", mia));
    stranger().post("/subscriptions/" + secret(letters(mia).getLast()) + "/confirmation", Map.of());
    var project = projects.get(new ProjectKey("SUBC"));
    projects.change(project, new ProjectState.Cancelled(zone.today(), "Asa"), BY);
    news.tell();
    news.tell();
    assertThat(letters(mia)).hasSize(3);
    assertThat(letters(mia).getLast()).contains("This will not be done.").doesNotContain("Asa");
  }

  @Test
  void programsMakeListAndEndSubscriptionsByTheirRights() {
    String token = TestAccounts.in(context).token(Role.HELP_DESK_AGENT);
    HttpResponse<String> made =
        api(token, "POST", "", "{\"ref\":\"SUBA\",\"way\":\"calendar\",\"moreThan\":2}");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body()).contains("\"state\":\"active\"", "\"feed\":\"/feeds/");
    String id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    assertThat(api(token, "GET", "?ref=SUBA", "").body()).contains(id).doesNotContain("/feeds/");

    assertThat(api(token, "POST", "", "{\"ref\":\"SUBA\",\"way\":\"mail\",\"address\":\"no\"}"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(422);
    String sponsor = TestAccounts.in(context).token(Role.SPONSOR);
    assertThat(api(sponsor, "GET", "", "").body()).doesNotContain(id);
    assertThat(api(sponsor, "DELETE", "/" + id, "").statusCode()).isEqualTo(404);
    assertThat(api(token, "DELETE", "/" + id, "").statusCode()).isEqualTo(204);
    assertThat(subscriptions.find(UUID.fromString(id)).orElseThrow().state()).isEqualTo("ended");
  }

  @Test
  void theStatusPageSaysNothingPrivateAndIsClosedUntilSomebodyOpensIt() {
    renewal.renew();
    HttpResponse<String> page = stranger().get("/status");
    assertThat(page.body())
        .contains("A brighter harbour", "We expect this to be done")
        .doesNotContain("Internal lantern", "Nora");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow())
        .isEqualTo("public, max-age=60");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(stranger().get("/status/news.atom").body()).contains("A brighter harbour");

    status.set(false, Set.of(), admin);
    assertThat(stranger().get("/status").statusCode()).isEqualTo(404);
    assertThat(stranger().get("/status/dates/SUBA").statusCode()).isEqualTo(404);
    assertThat(stranger().get("/status/news.atom").statusCode()).isEqualTo(404);
  }

  @Test
  void aConfidentialProjectIsNeverSaidOutside() {
    sql.sql("update planning.project set confidential = true where key = 'SUBA'").update();
    try {
      renewal.renew();
      status.forget();
      assertThat(stranger().get("/status").body()).doesNotContain("A brighter harbour");
      Browser manager = TestAccounts.in(context).signedIn(Role.PROJECT_MANAGER);
      assertThat(manager.post("/p/SUBA/outside", Map.of("title", "Open secret")).statusCode())
          .isEqualTo(422);
    } finally {
      sql.sql("update planning.project set confidential = false where key = 'SUBA'").update();
    }
  }

  /// Somebody told them on the telephone.
  private void told(String mail, LocalDate by) {
    promises.add(
        new Promise(
            UUID.randomUUID(),
            ref(),
            hearers.withMail("", mail),
            Channel.PHONE,
            by,
            "We expect this to be done by then.",
            new Chance(8),
            null,
            AnswerState.FORECAST,
            zone.instant().truncatedTo(ChronoUnit.MICROS),
            "Kim Park",
            zone.id()),
        new AccountId(UUID.randomUUID()),
        null);
  }

  private List<String> corrected() {
    return drifts.open(List.of(KEY)).stream().map(line -> line.hearer().mail()).toList();
  }
}
