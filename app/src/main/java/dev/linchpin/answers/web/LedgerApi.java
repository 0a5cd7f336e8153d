package dev.linchpin.answers.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Ledger;
import dev.linchpin.answers.Ledger.Cursor;
import dev.linchpin.answers.Ledger.Entry;
import dev.linchpin.answers.PromiseState;
import dev.linchpin.answers.Telling;
import dev.linchpin.answers.web.AnswersApi.KeptPromise;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.Projects;
import dev.linchpin.web.shell.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The promise ledger for programs.
@RestController
@RequestMapping("/api/v1")
class LedgerApi {
  private static final int ROWS_MAX = 200;

  private final Access access;
  private final Telling telling;
  private final Projects projects;
  private final Ledger ledger;

  LedgerApi(Access access, Telling telling, Projects projects, Ledger ledger) {
    this.access = access;
    this.telling = telling;
    this.projects = projects;
    this.ledger = ledger;
  }

  /// A promise and what became of it.
  ///
  /// @param became like "open" or "kept"
  record Kept(KeptPromise promise, String person, String became) {}

  /// One page of the ledger.
  ///
  /// @param next what `after` has to be for the next page; null at the end
  record KeptPromises(List<Kept> promises, @Nullable String next) {}

  @GetMapping("/promises")
  KeptPromises list(
      Who who,
      @RequestParam(defaultValue = "") String project,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String after) {
    telling.requireReads(who);
    List<String> visible =
        projects.visibleTo(who).stream()
            .map(Project::ref)
            .filter(ref -> project.isEmpty() || ref.equals(project))
            .toList();
    var filter =
        new Ledger.Filter(
            visible,
            project.isEmpty() && access.may(who, Permission.READ_TICKETS),
            Typed.id(person).orElse(null),
            Typed.id(person).isPresent() ? "" : person,
            PromiseState.of(state).orElse(null));
    List<Entry> found = ledger.page(filter, Cursor.parse(after).orElse(null), ROWS_MAX + 1);
    List<Entry> shown = found.stream().limit(ROWS_MAX).toList();
    return new KeptPromises(
        shown.stream().map(LedgerApi::kept).toList(),
        found.size() > ROWS_MAX ? shown.getLast().cursor().toString() : null);
  }

  private static Kept kept(Entry entry) {
    return new Kept(
        KeptPromise.of(entry.promise()),
        entry.promise().toldTo().id().toString(),
        entry.state().code());
  }
}
