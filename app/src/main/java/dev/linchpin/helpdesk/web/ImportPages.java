package dev.linchpin.helpdesk.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.helpdesk.Assumptions;
import dev.linchpin.helpdesk.Drafts;
import dev.linchpin.helpdesk.Drafts.Draft;
import dev.linchpin.helpdesk.InterruptionModel;
import dev.linchpin.helpdesk.TicketCsv;
import dev.linchpin.helpdesk.TicketFile;
import dev.linchpin.helpdesk.TicketHistory;
import dev.linchpin.helpdesk.TicketImports;
import dev.linchpin.helpdesk.TicketKeeper;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Notice;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Bringing a file of tickets in: send it, look at it, correct it, confirm it.
@Controller
class ImportPages {
  private static final String TITLE = "Import tickets";

  private final Access access;
  private final Drafts drafts;
  private final TicketImports imports;
  private final People people;

  ImportPages(Access access, Drafts drafts, TicketImports imports, People people) {
    this.access = access;
    this.drafts = drafts;
    this.imports = imports;
    this.people = people;
  }

  @GetMapping("/tickets/imports/new")
  Page form(Who who) {
    access.require(who, Permission.IMPORT_TICKETS);
    return form(new Problems());
  }

  @PostMapping("/tickets/imports")
  View send(Who who, @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    access.require(who, Permission.IMPORT_TICKETS);
    if (file == null || file.isEmpty()) {
      return form(new Problems().add("file", "Choose a file that is not empty.")).withProblems();
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "tickets.csv");
    return switch (imports.start(who, name, file.getBytes())) {
      case TicketImports.Started.No no ->
          form(new Problems().add("file", no.sentence())).withProblems();
      case TicketImports.Started.Yes yes -> Going.to(address(yes.draft()));
    };
  }

  @GetMapping("/tickets/imports/{id}")
  View show(Who who, @PathVariable UUID id) {
    Draft draft = access.load(who, drafts, id, Right.READ);
    return switch (imports.read(draft)) {
      case TicketFile.Refused no -> form(new Problems().add("file", no.sentence())).withProblems();
      case TicketFile.Read yes -> page(draft, yes.history());
    };
  }

  @PostMapping("/tickets/imports/{id}")
  View correct(Who who, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
    Draft draft = access.load(who, drafts, id, Right.WRITE);
    var choices = new LinkedHashMap<>(fields);
    choices.keySet().removeIf(name -> !isChoice(name));
    drafts.choose(draft.id(), choices);
    return Going.to(address(id));
  }

  @PostMapping("/tickets/imports/{id}/confirmation")
  View confirm(Who who, @PathVariable UUID id, HttpServletRequest request) {
    Draft draft = access.load(who, drafts, id, Right.WRITE);
    return switch (imports.read(draft)) {
      case TicketFile.Refused no -> form(new Problems().add("file", no.sentence())).withProblems();
      case TicketFile.Read yes -> {
        TicketKeeper.Kept kept = imports.confirm(who, draft, yes.history());
        Notice.of(
                "%s added, %s brought up to date. Forecasts will take the hours into account."
                    .formatted(When.count(kept.added(), "ticket"), "%,d".formatted(kept.changed())))
            .keep(request);
        yield Going.to("/tickets?show=all");
      }
    };
  }

  private Page page(Draft draft, TicketHistory history) {
    Assumptions assumptions = imports.assumptions(draft);
    InterruptionModel model = InterruptionModel.of(history, assumptions);
    String warning =
        imports
            .before(draft.fingerprint())
            .map(before ->
                "%s kept this same file on %s. Keeping it again changes nothing."
                    .formatted(before.by(), before.on()))
            .orElse("");
    DraftView view =
        new DraftPage(draft, history, model, assumptions)
            .view(imports.persons(draft, history), people.all(), warning);
    return Page.of("helpdesk/web/draft.jte", TITLE, Place.TICKETS, view);
  }

  private static Page form(Problems problems) {
    var view =
        new NewImportView(
            problems,
            "One row per ticket or per change. At most %,d rows; may be packed with gzip."
                .formatted(TicketCsv.ROWS_MAX));
    return Page.of("helpdesk/web/new-import.jte", TITLE, Place.TICKETS, view);
  }

  private static boolean isChoice(String name) {
    return name.startsWith("field ")
        || name.startsWith("person ")
        || name.equals("dates")
        || name.equals("unit")
        || name.equals("touch");
  }

  private static String address(UUID draft) {
    return "/tickets/imports/" + draft;
  }
}
