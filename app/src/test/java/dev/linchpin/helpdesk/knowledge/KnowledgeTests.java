package dev.linchpin.helpdesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.TestDatabases;
import dev.linchpin.helpdesk.By;
import dev.linchpin.platform.Audit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KnowledgeTests {
  private static final Instant NOW = Instant.parse("2027-03-12T09:00:00Z");
  private static final By ASA = new By("Åsa", null, NOW);
  private static final By BO = new By("Bo", null, NOW);
  private static Articles articles;
  private static KnownProblems known;
  private static Revisions revisions;

  @BeforeAll
  static void stores() {
    JdbcClient sql = TestDatabases.sql();
    var audit = new Audit(sql, InstantSource.fixed(NOW));
    revisions = new Revisions(sql, audit);
    articles = new Articles(sql, revisions, audit);
    known = new KnownProblems(sql, revisions, audit);
  }

  @Test
  void anArticleBeginsAsADraftForThoseWhoWorkOnTickets() {
    Article kept = article("Reset a password", "Open the portal.");

    assertThat(kept.state()).isEqualTo(Article.State.DRAFT);
    assertThat(kept.audience()).isEqualTo(Article.Audience.AGENTS);
    assertThat(kept.isForEveryone()).isFalse();
    assertThat(articles.like("reset password", true, 9)).isEmpty();
    assertThat(articles.like("resetting passwords", false, 9)).contains(kept);
  }

  @Test
  void wordsAreFoundInEnglishAndInGerman() {
    Article german = article("Drucker druckt Streifen", "Die Walzen reinigen.");

    assertThat(articles.like("Walze", false, 9)).containsExactly(german);
    assertThat(articles.like("Druker druckt", false, 9)).contains(german);
  }

  @Test
  void twoWhoChangeDifferentPartsBothGetTheirs() {
    Article shown = article("Share a calendar", "Old text.");
    articles.put(shown, 1, Map.of(Part.TITLE, "Share your calendar", Part.TEXT, "Old text."), ASA);

    Putting second =
        articles.put(shown, 1, Map.of(Part.TITLE, "Share a calendar", Part.TEXT, "New text."), BO);

    assertThat(second).isEqualTo(new Putting.Put(3));
    Article now = articles.find(shown.number()).orElseThrow();
    assertThat(now.title()).isEqualTo("Share your calendar");
    assertThat(now.text()).isEqualTo("New text.");
  }

  @Test
  void twoWhoChangeTheSamePartAreToldAndNothingIsLost() {
    Article shown = article("Map a drive", "Old text.");
    articles.put(shown, 1, Map.of(Part.TEXT, "Text of Åsa."), ASA);

    Putting second = articles.put(shown, 1, Map.of(Part.TEXT, "Text of Bo."), BO);

    assertThat(second).isInstanceOf(Putting.Clashed.class);
    Putting.Clashed clashed = (Putting.Clashed) second;
    assertThat(clashed.clashes())
        .containsExactly(
            new Putting.Clash(Part.TEXT, "Old text.", "Text of Åsa.", "Text of Bo.", "Åsa"));
    assertThat(clashed.merged()).containsEntry(Part.TEXT, "Text of Bo.");
    assertThat(articles.find(shown.number()).orElseThrow().text()).isEqualTo("Text of Åsa.");
  }

  @Test
  void everyVersionCanBeReadAgain() {
    Article first = article("Sign mail", "One.");
    articles.put(first, 1, Map.of(Part.TEXT, "Two."), ASA);
    articles.put(first, 2, Map.of(Part.TEXT, "Three.", Part.TITLE, "Sign your mail"), BO);
    Article now = articles.find(first.number()).orElseThrow();

    assertThat(articles.at(now, 1).text()).isEqualTo("One.");
    assertThat(articles.at(now, 2).text()).isEqualTo("Two.");
    assertThat(articles.at(now, 2).title()).isEqualTo("Sign mail");
    assertThat(revisions.of(now.ref()).getFirst().who()).isEqualTo("Bo");
  }

  @Test
  void anArticleThatNobodyReadAgainIsDue() {
    Article kept = article("Old habits", "Text.");
    articles.put(
        kept,
        1,
        Map.of(Part.STATE, "PUBLISHED", Part.AUDIENCE, "EVERYONE", Part.REVIEW_BY, "2027-06-01"),
        ASA);

    assertThat(articles.due(LocalDate.of(2027, 5, 31))).isEmpty();
    assertThat(articles.due(LocalDate.of(2027, 6, 1)))
        .extracting(Article::number)
        .containsExactly(kept.number());
    assertThat(articles.like("habits", true, 9)).hasSize(1);
  }

  @Test
  void aProblemWithAWorkaroundIsAKnownErrorUntilItIsClosed() {
    Problem problem = known.add(Map.of(Part.TITLE, "VPN drops at noon"), ASA);
    assertThat(problem.state()).isEqualTo("cause not known");

    known.put(problem, 1, Map.of(Part.WORKAROUND, "Use the second gateway."), ASA);
    Problem now = known.find(problem.number()).orElseThrow();
    assertThat(now.isKnownError()).isTrue();

    known.put(now, 2, Map.of(Part.STATE, "CLOSED"), BO);
    now = known.find(problem.number()).orElseThrow();
    assertThat(now.isKnownError()).isFalse();
    assertThat(now.closed()).isEqualTo(NOW);
    assertThat(known.like("vpn noon", false, 9)).isEmpty();
    assertThat(known.like("vpn noon", true, 9)).hasSize(1);
  }

  @Test
  void whatIsEmptyOrTooLongIsRefusedWithWords() {
    assertThatThrownBy(() -> article(" ", "Text."))
        .hasMessage("Enter a title of at most 200 characters.");
    assertThatThrownBy(() -> known.add(Map.of(Part.TITLE, "x".repeat(201)), ASA))
        .hasMessage("Enter a title of at most 200 characters.");
  }

  @Test
  void markdownNeverBecomesScript() {
    assertThat(
            Markdown.html(
                "# One\n\n"
                    + "[a](javascript:alert(1)) <b onclick=x>y</b>\n\n"
                    + "<script>alert(1)</script>"))
        .contains("<h2>One</h2>", "&lt;script&gt;")
        .doesNotContain("<script", "href=\"javascript", "<b ");
  }

  private static Article article(String title, String text) {
    return articles.add(Map.of(Part.TITLE, title, Part.TEXT, text), ASA);
  }
}
