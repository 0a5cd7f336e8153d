package dev.linchpin.helpdesk.knowledge.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.knowledge.Article;
import dev.linchpin.helpdesk.knowledge.Articles;
import dev.linchpin.helpdesk.knowledge.Part;
import dev.linchpin.helpdesk.web.Callers;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Writes articles.
@Controller
class ArticleForms {
  private static final int MONTHS_UNTIL_REVIEW = 6;

  private final Access access;
  private final Articles articles;
  private final Names names;
  private final Callers callers;
  private final Hands hands;
  private final Zone zone;

  ArticleForms(
      Access access, Articles articles, Names names, Callers callers, Hands hands, Zone zone) {
    this.access = access;
    this.articles = articles;
    this.names = names;
    this.callers = callers;
    this.hands = hands;
    this.zone = zone;
  }

  @GetMapping("/knowledge/articles/new")
  Page blank(Who who) {
    access.require(who, Permission.CHANGE_TICKET);
    String me = hands.person(who).map(person -> person.name()).orElse("");
    Map<Part, String> parts =
        Map.of(Part.REVIEW_BY, zone.today().plusMonths(MONTHS_UNTIL_REVIEW).toString());
    return page(null, ArticleForm.of(parts, 0, me), List.of(), new Problems());
  }

  @PostMapping("/knowledge/articles")
  View add(Who who, ArticleForm form, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_TICKET);
    var problems = new Problems();
    Map<Part, String> parts = read(who, form, problems);
    if (problems.any()) {
      return page(null, form, List.of(), problems).withProblems();
    }
    Article added = articles.add(parts, hands.by(who));
    return Going.to(ArticlePages.address(added), "%s is kept.".formatted(added.ref()), request);
  }

  @GetMapping("/knowledge/articles/{number}/text")
  Page change(Who who, @PathVariable int number) {
    Article article = access.load(who, articles, number, Right.WRITE);
    return page(article, form(article.parts(), article.version()), List.of(), new Problems());
  }

  @PostMapping("/knowledge/articles/{number}/text")
  View put(Who who, @PathVariable int number, ArticleForm form, HttpServletRequest request) {
    Article article = access.load(who, articles, number, Right.WRITE);
    var problems = new Problems();
    Map<Part, String> parts = read(who, form, problems);
    if (problems.any()) {
      return page(article, form, List.of(), problems).withProblems();
    }
    return FormText.after(
        articles.put(article, Typed.version(form.version()), parts, hands.by(who)),
        ArticlePages.address(article),
        request,
        clashed ->
            page(
                article,
                form(clashed.merged(), clashed.version()),
                FormText.clashes(clashed, names::said),
                new Problems()));
  }

  private Map<Part, String> read(Who who, ArticleForm form, Problems problems) {
    return form.read(typed -> callers.person(who, typed).toString(), problems);
  }

  private ArticleForm form(Map<Part, String> parts, int version) {
    String owner = names.said(Part.OWNER, parts.getOrDefault(Part.OWNER, ""));
    return ArticleForm.of(parts, version, owner);
  }

  private static Page page(
      @Nullable Article article, ArticleForm form, List<ClashRow> clashes, Problems problems) {
    var states = new LinkedHashMap<String, String>();
    for (Article.State state : Article.State.values()) {
      states.put(state.name(), state.word());
    }
    var audiences = new LinkedHashMap<String, String>();
    for (Article.Audience audience : Article.Audience.values()) {
      audiences.put(audience.name(), audience.words());
    }
    String title = article == null ? "New article" : "Change " + article.ref();
    String address = article == null ? "/knowledge" : ArticlePages.address(article);
    return Page.of(
        "helpdesk/knowledge/web/article-form.jte",
        title,
        Place.TICKETS,
        new ArticleFormView(
            title,
            article == null ? "/knowledge/articles" : address + "/text",
            address,
            form,
            states,
            audiences,
            clashes,
            problems));
  }
}
