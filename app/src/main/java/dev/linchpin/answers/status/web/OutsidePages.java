package dev.linchpin.answers.status.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.answers.Answer;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Outside;
import dev.linchpin.answers.status.Said;
import dev.linchpin.answers.status.StatusPage;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// May the dates of this be said to everybody?
@Controller
class OutsidePages {
  private static final String SECRET =
      "This project is confidential. Nothing about it can be said outside.";

  private final Access access;
  private final Projects projects;
  private final AnswerBook book;
  private final Outside outside;
  private final StatusPage status;
  private final Departments departments;

  OutsidePages(
      Access access,
      Projects projects,
      AnswerBook book,
      Outside outside,
      StatusPage status,
      Departments departments) {
    this.access = access;
    this.projects = projects;
    this.book = book;
    this.outside = outside;
    this.status = status;
    this.departments = departments;
  }

  /// What is looked at, by somebody who may change it.
  private record About(Ref ref, Project project, Answer answer, AskedAt asked) {}

  @GetMapping("/p/{ref}/outside")
  Page show(Who who, @PathVariable String ref) {
    About about = load(who, ref);
    Optional<Said> said = outside.find(about.ref());
    return page(
        about,
        said.map(Said::title).orElse(about.answer().title()),
        said.map(Said::departments).orElse(Set.of()),
        new Problems());
  }

  @PostMapping("/p/{ref}/outside")
  View allow(
      Who who,
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") List<String> department,
      HttpServletRequest request) {
    About about = load(who, ref);
    Set<DepartmentId> chosen =
        departments.all().stream()
            .map(Department::id)
            .filter(id -> department.contains(id.toString()))
            .collect(Collectors.toSet());
    var problems = new Problems();
    if (title.isBlank()) {
      problems.add("title", "Enter what people outside call it.");
    } else if (title.strip().length() > Said.TITLE_MAX) {
      problems.add("title", "Keep it to %d characters.".formatted(Said.TITLE_MAX));
    }
    if (about.project().confidential()) {
      problems.add("title", SECRET);
    }
    if (problems.any()) {
      return page(about, title, chosen, problems).withProblems();
    }
    outside.allow(about.answer(), title, chosen, who, about.asked());
    status.forget();
    return Going.to(about.ref().page() + "/outside", "It is said outside now.", request);
  }

  @PostMapping("/p/{ref}/outside/end")
  View forbid(Who who, @PathVariable String ref, HttpServletRequest request) {
    About about = load(who, ref);
    outside.forbid(about.ref(), who.name());
    status.forget();
    return Going.to(
        about.ref().page() + "/outside",
        "It is not said outside any more. Subscribers without an account hear that.",
        request);
  }

  private About load(Who who, String text) {
    var absent = new NotThere("There is nothing here named " + text + ".");
    Ref ref = Ref.parse(text).orElseThrow(() -> absent);
    String key =
        switch (ref) {
          case Ref.OfProject project -> project.key();
          case Ref.OfMilestone milestone -> milestone.key();
          case Ref.OfTicket _, Ref.OfService _, Ref.OfPerson _ -> throw absent;
        };
    Project project = access.load(who, projects, new ProjectKey(key), Right.WRITE);
    AskedAt asked = book.asked(who);
    return new About(ref, project, book.answer(who, ref, asked), asked);
  }

  private Page page(About about, String title, Set<DepartmentId> chosen, Problems problems) {
    Map<String, String> names = new LinkedHashMap<>();
    departments.all().forEach(one -> names.put(one.id().toString(), one.name()));
    Map<String, String> crumbs = new LinkedHashMap<>();
    crumbs.put("/projects", "Projects");
    crumbs.put(about.ref().page(), about.answer().title());
    var view =
        new StatusView.OutsideForm(
            crumbs,
            about.answer().title(),
            about.ref().page() + "/outside",
            outside.find(about.ref()).map(Said::words).orElse(""),
            about.answer().say(),
            about.project().confidential() ? SECRET : "",
            title,
            names,
            chosen.stream().map(DepartmentId::toString).toList(),
            status.isOpen(),
            problems);
    return Page.of(
        "answers/status/web/outside.jte",
        "Say it outside: " + about.answer().title(),
        Place.PROJECTS,
        view);
  }
}
