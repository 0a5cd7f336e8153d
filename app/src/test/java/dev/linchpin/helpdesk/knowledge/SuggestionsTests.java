package dev.linchpin.helpdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.TestDatabases;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.DeskSql;
import dev.linchpin.helpdesk.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SuggestionsTests {
  private static final Instant NOW = Instant.parse("2027-03-12T09:00:00Z");
  private static final By ASA = new By("Åsa", null, NOW);
  private static DeskSql desk;
  private static Suggestions suggestions;
  private static Articles articles;
  private static KnownProblems known;

  @BeforeAll
  static void aDeskThatKnowsSomething() {
    JdbcClient sql = TestDatabases.sql();
    desk = new DeskSql(sql);
    var revisions = new Revisions(sql, desk.audit());
    articles = new Articles(sql, revisions, desk.audit());
    known = new KnownProblems(sql, revisions, desk.audit());
    suggestions = new Suggestions(sql);
    ticket("K1", "Cannot print on floor 3", "Replaced the toner.");
    ticket("K2", "VPN certificate expired", "Issued a new certificate.");
    ticket("K3", "VPN certificate is gone", "");
    ticket("K4", "Mailbox is full", "Archived old mail.");
    known.add(
        Map.of(
            Part.TITLE,
            "VPN drops after the update",
            Part.WORKAROUND,
            "Use the gateway vpn2 until Friday."),
        ASA);
    known.add(Map.of(Part.TITLE, "VPN is slow on Mondays"), ASA);
    articles.add(
        Map.of(
            Part.TITLE,
            "Connect to the VPN from home",
            Part.TEXT,
            "Install the client, then sign in.",
            Part.STATE,
            "PUBLISHED"),
        ASA);
    articles.add(Map.of(Part.TITLE, "VPN secrets", Part.TEXT, "A draft."), ASA);
  }

  @Test
  void knownErrorsPublishedArticlesAndSolvedTicketsAreSuggested() {
    assertThat(refs("vpn does not work", ""))
        .contains("P-1", "K-1", "T-K2")
        .doesNotContain("P-2", "K-2", "T-K3", "T-K1");
  }

  @Test
  void aTicketThatSharesRareWordsComesFirst() {
    assertThat(refs("My certificate for the vpn has expired", "")).startsWith("T-K2");
  }

  @Test
  void aTypingMistakeInTheTitleStillFindsWhatIsKnown() {
    assertThat(refs("vpm drops after the updat", "")).contains("P-1");
  }

  @Test
  void nothingButFillWordsSuggestsNothing() {
    assertThat(refs("it is the and of", "")).isEmpty();
    assertThat(refs("", "")).isEmpty();
  }

  @Test
  void oddTextBreaksNothing() {
    for (String odd : List.of("'", "\\", "a'b & c | !d:*", "=1+1", "<script>", "💥 \u0000x")) {
      assertThat(refs(odd.replace("\u0000", ""), odd.replace("\u0000", ""))).isNotNull();
    }
  }

  @Test
  void aUseCountsOnceForEachTicketAndOrdersGently() {
    Ticket one = ticket("U1", "Badge reader blinks red", "Changed the battery.");
    ticket("U2", "Badge reader blinks red", "Changed the battery!");
    Ticket now = ticket("U3", "Badge reader", "");
    suggestions.use("T-U2", now, ASA);
    suggestions.use("T-U2", now, ASA);
    suggestions.judge("T-U2", now, true, ASA);

    List<Suggestion> found = suggestions.find("Badge reader blinks", "", one, 5);
    assertThat(refs("Badge reader blinks", "")).startsWith("T-U2");
    assertThat(found).extracting(Suggestion::ref).doesNotContain("T-U1");
    assertThat(found.getFirst().words()).isEqualTo("used on 1 ticket, helped on 1 of 1");
    assertThat(suggestions.used(now)).containsEntry("T-U2", "true");
  }

  private static List<String> refs(String line, String more) {
    return suggestions.find(line, more, null, 8).stream().map(Suggestion::ref).toList();
  }

  private static Ticket ticket(String number, String title, String outcome) {
    return desk.add(number, title, "", "2027-03-01T09:00", outcome);
  }
}
