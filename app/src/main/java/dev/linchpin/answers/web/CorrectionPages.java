package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.AnswerState;
import dev.linchpin.answers.Channel;
import dev.linchpin.answers.CorrectionRules;
import dev.linchpin.answers.CorrectionRules.Rule;
import dev.linchpin.answers.Corrections;
import dev.linchpin.answers.Drift;
import dev.linchpin.answers.Drifts;
import dev.linchpin.answers.Telling;
import dev.linchpin.answers.UntoldDrift;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.Projects;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who believes what does not stand, and what will they read?
@Controller
class CorrectionPages {
  private static final String HERE = "/corrections";
  private static final String CHANGED =
      "It changed meanwhile. Nothing of yours was saved; look at it again.";

  private final Access access;
  private final Projects projects;
  private final Corrections corrections;
  private final CorrectionRules rules;
  private final Drifts drifts;
  private final Telling telling;
  private final AnswerBook book;

  CorrectionPages(
      Access access,
      Projects projects,
      Corrections corrections,
      CorrectionRules rules,
      Drifts drifts,
      Telling telling,
      AnswerBook book) {
    this.access = access;
    this.projects = projects;
    this.corrections = corrections;
    this.rules = rules;
    this.drifts = drifts;
    this.telling = telling;
    this.book = book;
  }

  @GetMapping(HERE)
  Page show(Who who) {
    telling.requireReads(who);
    AskedAt asked = book.asked(who);
    Map<String, Project> visible =
        projects.visibleTo(who).stream()
            .collect(Collectors.toMap(Project::ref, Function.identity()));
    List<UntoldDrift> all = drifts.untold(visible.keySet());
    Map<String, Project> mine =
        corrections.decidedBy(
            who,
            all.stream().map(one -> Objects.requireNonNull(visible.get(one.project()))).toList());
    Map<String, List<Drift>> open =
        drifts.open(mine.keySet()).stream()
            .collect(
                Collectors.groupingBy(
                    CorrectionLines::project, LinkedHashMap::new, Collectors.toList()));
    Map<String, UntoldDrift> byProject =
        all.stream().collect(Collectors.toMap(UntoldDrift::project, Function.identity()));
    Map<String, Rule> own = rules.of(open.keySet());
    Map<String, AnswerState> states =
        book
            .answers(
                who,
                mine.values().stream().filter(one -> open.containsKey(one.ref())).toList(),
                asked)
            .stream()
            .collect(Collectors.toMap(Answer::ref, Answer::state));
    var lines =
        new CorrectionLines(
            book.titles(who, open.values().stream().flatMap(List::stream).map(Drift::ref).toList()),
            asked);
    return Page.of(
        "answers/web/corrections.jte",
        "Corrections",
        Place.PROJECTS,
        new CorrectionsView(
            LedgerPage.TABS,
            mine.isEmpty() && !all.isEmpty()
                ? "Others decide about the dates that moved."
                : LedgerPage.headline(
                    all.stream().filter(one -> mine.containsKey(one.project())).toList()),
            open.entrySet().stream()
                .map(one ->
                    lines.group(
                        one.getKey(),
                        one.getValue(),
                        byProject.get(one.getKey()),
                        states.get(one.getKey()),
                        own.getOrDefault(one.getKey(), Rule.USUAL)))
                .toList()));
  }

  @PostMapping("/corrections/{id}/approval")
  View approve(
      Who who,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String version,
      HttpServletRequest request) {
    Drift drift = load(who, id);
    String said = words.isBlank() ? drift.words() : words.strip();
    String cut = said.substring(0, Math.min(said.length(), Corrections.WORDS_MAX));
    boolean done =
        isSeen(drift, version) && corrections.approve(who, drift, cut, book.asked(who).instant());
    return back(
        drift,
        done,
        "Approved. %s gets a mail with all their dates.".formatted(drift.hearer().words()),
        request);
  }

  @PostMapping("/corrections/{id}/telling")
  View tell(
      Who who,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version,
      HttpServletRequest request) {
    Drift drift = load(who, id);
    boolean done =
        isSeen(drift, version) && corrections.told(who, drift, Channel.PHONE, book.asked(who));
    return back(drift, done, "Kept. %s knows it now.".formatted(drift.hearer().words()), request);
  }

  @PostMapping("/corrections/{id}/delay")
  View delay(
      Who who,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version,
      HttpServletRequest request) {
    Drift drift = load(who, id);
    boolean done =
        isSeen(drift, version) && corrections.hold(who, drift, book.asked(who).instant());
    return back(drift, done, "Put off for a week. Until then they believe the old date.", request);
  }

  private Drift load(Who who, String id) {
    access.require(who, Permission.PROMISE);
    return corrections.load(who, AnswerPages.uuid(id));
  }

  private static boolean isSeen(Drift drift, String version) {
    return drift.version() == Typed.version(version);
  }

  private static View back(Drift drift, boolean done, String words, HttpServletRequest request) {
    return Going.to(HERE + "#" + CorrectionLines.project(drift), done ? words : CHANGED, request);
  }

  @PostMapping("/projects/{key}/corrections/approval")
  View approveAll(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String seen,
      HttpServletRequest request) {
    access.require(who, Permission.PROMISE);
    String project = corrections.decides(who, key);
    Instant at = book.asked(who).instant();
    int done = corrections.approveAll(who, project, moment(seen), at);
    return Going.to(
        HERE + "#" + project,
        done == 0
            ? CHANGED
            : "Approved: %d. Each person gets one mail with all their dates.".formatted(done),
        request);
  }

  /// Nothing was seen by whoever does not say when.
  private static Instant moment(String seen) {
    try {
      return Instant.parse(seen);
    } catch (DateTimeParseException no) {
      return Instant.EPOCH;
    }
  }

  @PostMapping("/projects/{key}/correction-rule")
  View rule(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String laterDays,
      @RequestParam(required = false) @Nullable String byItself,
      HttpServletRequest request) {
    access.require(who, Permission.PROMISE);
    String project = corrections.decides(who, key);
    String typed = laterDays.strip();
    if (!typed.matches("|[1-9]\\d{0,2}") || typed.length() == 3 && typed.compareTo("250") > 0) {
      return Going.to(
          HERE + "#" + project, "Enter working days from 1 to 250, or nothing.", request);
    }
    Integer days = typed.isEmpty() ? null : Integer.valueOf(typed);
    corrections.rule(who, project, new Rule(days, byItself != null), book.asked(who).instant());
    return Going.to(HERE + "#" + project, "Saved. It counts from the next check on.", request);
  }
}
