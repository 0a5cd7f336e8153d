package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.ImportDraft;
import dev.linchpin.planning.ImportDrafts;
import dev.linchpin.planning.ImportPlan;
import dev.linchpin.planning.ImportPlan.Imported;
import dev.linchpin.planning.planfile.PlanFiles;
import dev.linchpin.planning.planfile.ReadLimits;
import dev.linchpin.planning.planfile.ReadResult;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Other tools' plans: read, looked at, saved.
@Controller
class PlanImportPages {
  private final Access access;
  private final ImportDrafts drafts;
  private final ImportPlan importPlan;
  private final ImportReports reports;
  private final Zone zone;

  PlanImportPages(
      Access access, ImportDrafts drafts, ImportPlan importPlan, ImportReports reports, Zone zone) {
    this.access = access;
    this.drafts = drafts;
    this.importPlan = importPlan;
    this.reports = reports;
    this.zone = zone;
  }

  @GetMapping("/projects/imports/new")
  Page blank(Who who, @RequestParam(name = "for", defaultValue = "") String into) {
    access.require(who, Permission.START_PROJECT);
    return form(into, new Problems());
  }

  @PostMapping("/projects/imports")
  View read(
      Who who,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String into)
      throws IOException {
    access.require(who, Permission.START_PROJECT);
    if (file == null || file.isEmpty()) {
      return form(into, new Problems().add("file", "Choose a plan file.")).withProblems();
    }
    String name = name(file);
    return switch (read(file, name)) {
      case ReadResult.Refused no ->
          form(into, new Problems().add("file", no.message())).withProblems();
      case ReadResult.Read read -> {
        var id = new ImportDraft.Id(UUID.randomUUID());
        drafts.add(id, name, read.file().startingOn(zone.today()), who, zone.instant());
        yield Going.to("/projects/imports/" + id + (into.isBlank() ? "" : "?for=" + into));
      }
    };
  }

  @GetMapping("/projects/imports/{id}")
  Page report(
      Who who,
      @PathVariable String id,
      @RequestParam(name = "for", defaultValue = "") String into,
      @RequestParam(defaultValue = "0") int after) {
    ImportDraft draft = draft(who, id);
    return reports.page(who, draft, ImportForm.guess(draft, into), new Problems(), after);
  }

  @PostMapping("/projects/imports/{id}/plan")
  View save(
      Who who,
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    ImportDraft draft = draft(who, id);
    var form = new ImportForm(fields);
    var problems = new Problems();
    var target = reports.target(who, form, problems);
    if (target.isEmpty()) {
      return reports.page(who, draft, form, problems, 0).withProblems();
    }
    Imported imported =
        importPlan.confirm(
            draft, target.get(), reports.people(who, draft, form), who, zone.instant());
    return switch (imported) {
      case Imported.Saved saved ->
          Going.to(
              "/projects/" + saved.project() + "/plan",
              "The plan is saved. A forecast is being made; it takes a few seconds.",
              request);
      case Imported.AlreadyThere there ->
          Going.to(
              "/projects/" + there.project() + "/plan",
              "This file is already there. Nothing was saved twice.",
              request);
      case Imported.KeyTaken taken -> {
        problems.add("key", "There is a project with the key " + taken.key() + ". Enter another.");
        yield reports.page(who, draft, form, problems, 0).withProblems();
      }
    };
  }

  private ImportDraft draft(Who who, String id) {
    access.require(who, Permission.START_PROJECT);
    try {
      var read = new ImportDraft.Id(UUID.fromString(id));
      return access.load(who, drafts, read, Right.WRITE);
    } catch (IllegalArgumentException e) {
      throw new NotThere("There is no such import. Drafts are dropped after a day.");
    }
  }

  /// The parser is another process, so it needs the upload as a file of its own.
  private static ReadResult read(MultipartFile file, String name) throws IOException {
    Path copy = Files.createTempFile("linchpin-upload-", ".plan");
    try {
      file.transferTo(copy);
      return PlanFiles.read(copy, name, ReadLimits.USUAL);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// Only the last part of what the browser calls it, for people to read.
  private static String name(MultipartFile file) {
    String sent = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    return last.isBlank() ? "plan" : last.substring(0, Math.min(last.length(), 200));
  }

  private static Page form(String into, Problems problems) {
    return Page.of(
        "planning/web/import.jte", "Import a plan", Place.PROJECTS, new ImportView(into, problems));
  }
}
