package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Corrections;
import dev.linchpin.answers.Drifts;
import dev.linchpin.answers.Hearer;
import dev.linchpin.answers.Hearers;
import dev.linchpin.answers.Ledger;
import dev.linchpin.answers.Ledger.Cursor;
import dev.linchpin.answers.Ledger.Entry;
import dev.linchpin.answers.Promise;
import dev.linchpin.answers.PromiseState;
import dev.linchpin.answers.Promises;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.Telling;
import dev.linchpin.answers.TrackRecord;
import dev.linchpin.answers.TrackRecords;
import dev.linchpin.answers.UntoldDrift;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.Projects;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who was told which date, and does it stand?
@Controller
class LedgerPage {
  static final Map<String, String> TABS = tabs();
  private static final int ROWS_MAX = 50;

  private final Access access;
  private final Projects projects;
  private final Ledger ledger;
  private final Promises promises;
  private final Hearers hearers;
  private final Drifts drifts;
  private final Corrections corrections;
  private final Telling telling;
  private final AnswerBook book;

  LedgerPage(
      Access access,
      Projects projects,
      Ledger ledger,
      Promises promises,
      Hearers hearers,
      Drifts drifts,
      Corrections corrections,
      Telling telling,
      AnswerBook book) {
    this.access = access;
    this.projects = projects;
    this.ledger = ledger;
    this.promises = promises;
    this.hearers = hearers;
    this.drifts = drifts;
    this.corrections = corrections;
    this.telling = telling;
    this.book = book;
  }

  private static Map<String, String> tabs() {
    var tabs = new LinkedHashMap<String, String>();
    tabs.put("/promises", "Promises");
    tabs.put("/corrections", "Corrections");
    return tabs;
  }

  @GetMapping("/promises")
  Page show(
      Who who,
      @RequestParam(defaultValue = "") String project,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String after) {
    telling.requireReads(who);
    AskedAt asked = book.asked(who);
    Map<String, String> names = names(who);
    var chosen = new LedgerView.Filter(project, words, state, person);
    UUID one = person.isEmpty() ? null : AnswerPages.uuid(person);
    List<Entry> found =
        ledger.page(
            filter(who, chosen, one, names), Cursor.parse(after).orElse(null), ROWS_MAX + 1);
    List<Entry> shown = found.stream().limit(ROWS_MAX).toList();
    return Page.of(
        "answers/web/ledger.jte",
        "Promises",
        Place.PROJECTS,
        view(who, chosen, one, names, shown, found.size() > ROWS_MAX, asked));
  }

  private LedgerView view(
      Who who,
      LedgerView.Filter chosen,
      @Nullable UUID one,
      Map<String, String> names,
      List<Entry> shown,
      boolean more,
      AskedAt asked) {
    List<UntoldDrift> untold = drifts.untold(names.keySet());
    boolean isAll = chosen.equals(new LedgerView.Filter("", "", "", ""));
    return new LedgerView(
        TABS,
        headline(untold),
        untold.stream()
            .map(line ->
                new LedgerView.UntoldLine(
                    "/corrections#" + line.project(),
                    names.getOrDefault(line.project(), line.project()),
                    line.words(asked.today())))
            .toList(),
        one == null ? null : hearer(who, one),
        chosen,
        choices(names),
        states(),
        !isAll || !shown.isEmpty(),
        shown.stream().map(entry -> row(entry, names, asked)).toList(),
        (shown.size() == 1 ? "1 promise" : shown.size() + " promises") + (more ? ", and more" : ""),
        more ? next(chosen, shown.getLast()) : null,
        records());
  }

  private Ledger.Filter filter(
      Who who, LedgerView.Filter chosen, @Nullable UUID one, Map<String, String> names) {
    boolean isAll = chosen.project().isEmpty();
    return new Ledger.Filter(
        isAll
            ? names.keySet()
            : names.containsKey(chosen.project()) ? List.of(chosen.project()) : List.of(),
        isAll && access.may(who, Permission.READ_TICKETS),
        one,
        chosen.words().strip(),
        PromiseState.of(chosen.state()).orElse(null));
  }

  private Map<String, String> names(Who who) {
    var names = new LinkedHashMap<String, String>();
    for (Project project : projects.visibleTo(who)) {
      names.put(project.ref(), project.name());
    }
    return names;
  }

  private static Map<String, String> choices(Map<String, String> names) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", "All projects");
    choices.putAll(names);
    return choices;
  }

  private static Map<String, String> states() {
    var states = new LinkedHashMap<String, String>();
    states.put("", "All states");
    for (PromiseState state : PromiseState.values()) {
      String label = state.label();
      states.put(state.code(), Character.toUpperCase(label.charAt(0)) + label.substring(1));
    }
    return states;
  }

  static String headline(List<UntoldDrift> untold) {
    int people = untold.stream().mapToInt(UntoldDrift::people).sum();
    return switch (people) {
      case 0 -> "Everybody who was told a date knows what we know.";
      case 1 -> "One person believes a date that does not stand.";
      default -> "%,d times somebody believes a date that does not stand.".formatted(people);
    };
  }

  private LedgerView.HearerView hearer(Who who, UUID id) {
    Hearer hearer =
        hearers.find(id).orElseThrow(() -> new NotThere("There is nobody named " + id + "."));
    var facts = new LinkedHashMap<String, String>();
    facts.put("E-mail", hearer.mail());
    facts.put("Telephone", hearer.phone());
    facts.values().removeIf(String::isEmpty);
    boolean isKnown = !hearer.name().isEmpty() || !hearer.mail().isEmpty();
    return new LedgerView.HearerView(
        hearer.words(),
        facts,
        hearer.mailFailure().isEmpty() ? "" : hearer.mailFailure() + " Call them.",
        isKnown && access.may(who, Permission.MANAGE_PEOPLE) ? "/hearers/" + id + "/erasure" : "");
  }

  private static LedgerView.Row row(Entry entry, Map<String, String> names, AskedAt asked) {
    Promise promise = entry.promise();
    var words = new DateWords(asked.today());
    LocalDate told = promise.toldAt().atZone(asked.zone()).toLocalDate();
    return new LedgerView.Row(
        promise.toldTo().words(),
        "/promises?person=" + promise.toldTo().id(),
        names.getOrDefault(promise.ref().toString(), promise.ref().toString()),
        promise.ref().page(),
        words.day(promise.by()),
        promise.by().toString(),
        promise.chance() == null ? "" : promise.chance().words(),
        "%s, %s, by %s".formatted(words.day(told), promise.channel().words(), promise.toldBy()),
        promise.words(),
        entry.state().pill(),
        entry.state().label());
  }

  private static String next(LedgerView.Filter chosen, Entry last) {
    return "/promises?project=%s&words=%s&state=%s&person=%s&after=%s"
        .formatted(
            encoded(chosen.project()),
            encoded(chosen.words()),
            encoded(chosen.state()),
            encoded(chosen.person()),
            encoded(last.cursor().toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<LedgerView.RecordRow> records() {
    return List.of(
        row("Projects", promises.trackRecords(Ref.Kind.PROJECT)),
        row("Milestones", promises.trackRecords(Ref.Kind.MILESTONE)),
        row("Tickets", promises.trackRecords(Ref.Kind.TICKET)));
  }

  private static LedgerView.RecordRow row(String kind, TrackRecords records) {
    return new LedgerView.RecordRow(
        kind,
        IntStream.rangeClosed(0, TrackRecords.HORIZONS.size())
            .mapToObj(
                horizon -> records.byHorizon().getOrDefault(horizon, TrackRecord.NONE).brief())
            .toList());
  }

  @PostMapping("/hearers/{id}/erasure")
  View erase(Who who, @PathVariable String id, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    corrections.forget(who, AnswerPages.uuid(id));
    return Going.to("/promises", "Forgotten. What was told stays, without a name.", request);
  }
}
