package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.knowledge.Article;
import dev.linchpin.helpdesk.knowledge.Articles;
import dev.linchpin.helpdesk.knowledge.Markdown;
import dev.linchpin.helpdesk.knowledge.Revisions;
import dev.linchpin.helpdesk.knowledge.Suggestion;
import dev.linchpin.helpdesk.knowledge.Suggestions;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How is this done?
@Controller
class ArticlePages {
  private static final int ROWS = 100;
  private static final int WORDS_MAX = 200;

  private final Access access;
  private final Articles articles;
  private final Revisions revisions;
  private final Suggestions suggestions;
  private final Names names;
  private final Zone zone;

  ArticlePages(
      Access access,
      Articles articles,
      Revisions revisions,
      Suggestions suggestions,
      Names names,
      Zone zone) {
    this.access = access;
    this.articles = articles;
    this.revisions = revisions;
    this.suggestions = suggestions;
    this.names = names;
    this.zone = zone;
  }

  @GetMapping("/knowledge")
  Page all(Who who, @RequestParam(defaultValue = "") String words) {
    access.require(who, Permission.ASK);
    boolean isDesk = access.may(who, Permission.READ_TICKETS);
    LocalDate today = zone.today();
    String typed = words.strip();
    String cut = typed.substring(0, Math.min(WORDS_MAX, typed.length()));
    int due = isDesk ? articles.due(today).size() : 0;
    var view =
        new KnowledgeView(
            cut,
            access.may(who, Permission.CHANGE_TICKET),
            isDesk,
            due == 0
                ? ""
                : due == 1 ? "1 article has to be read again." : due + " have to be read again.",
            articles.like(cut, !isDesk, ROWS).stream().map(one -> row(one, today)).toList());
    return Page.of("helpdesk/knowledge/web/knowledge.jte", "Knowledge", Place.TICKETS, view);
  }

  private KnowledgeView.Row row(Article article, LocalDate today) {
    String owner = names.person(article.owner());
    String for_ = "for " + article.audience().words();
    return new KnowledgeView.Row(
        address(article),
        article.ref(),
        article.title(),
        article.isDue(today) ? "warn" : kind(article),
        article.isDue(today) ? "to be read again" : article.state().word(),
        owner.isEmpty() ? for_ : for_ + ", kept by " + owner);
  }

  @GetMapping("/knowledge/articles/{number}")
  Page show(Who who, @PathVariable int number) {
    Article article = access.load(who, articles, number, Right.READ);
    String notice =
        article.isDue(zone.today())
            ? "Nobody read this again since it was due, on %s. Ask before you rely on it."
                .formatted(Dates.day(Objects.requireNonNull(article.reviewBy())))
            : "";
    return page(who, article, notice);
  }

  /// What it said in an earlier version.
  @GetMapping("/knowledge/articles/{number}/versions/{version}")
  Page version(Who who, @PathVariable int number, @PathVariable int version) {
    access.require(who, Permission.READ_TICKETS);
    Article now = access.load(who, articles, number, Right.READ);
    if (version < 1 || version > now.version()) {
      throw new NotThere("There is no such version.");
    }
    return page(
        who,
        articles.at(now, version),
        "This is version %d of %d. The newest one counts.".formatted(version, now.version()));
  }

  private Page page(Who who, Article article, String notice) {
    boolean isDesk = access.may(who, Permission.READ_TICKETS);
    String address = address(article);
    var view =
        new ArticleView(
            article.ref(),
            article.title(),
            kind(article),
            article.state().word(),
            notice,
            access.may(who, Permission.CHANGE_TICKET) ? address + "/text" : null,
            output -> output.writeContent(Markdown.html(article.text())),
            isDesk ? facts(article) : Map.of(),
            isDesk
                ? FormText.history(
                    revisions.of(article.ref()), zone.id(), address + "/versions/", names::said)
                : List.of());
    return Page.of("helpdesk/knowledge/web/article.jte", article.title(), Place.TICKETS, view);
  }

  private Map<String, String> facts(Article article) {
    Suggestion use =
        suggestions.usefulness(Suggestion.Kind.ARTICLE, article.ref(), article.title(), "");
    var facts = new LinkedHashMap<String, String>();
    facts.put("Number", article.ref());
    facts.put("For", article.audience().words());
    facts.put("Kept by", names.person(article.owner()));
    facts.put("Read again by", article.reviewBy() == null ? "" : Dates.day(article.reviewBy()));
    facts.put("Last change", FormText.day(article.changed(), zone.id()));
    facts.put("Use", use.words());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }

  private static String kind(Article article) {
    return switch (article.state()) {
      case DRAFT -> "open";
      case PUBLISHED -> "good";
      case RETIRED -> "waiting";
    };
  }

  static String address(Article article) {
    return "/knowledge/articles/" + article.number();
  }
}
