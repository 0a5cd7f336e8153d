package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.NotYours;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectRisk;
import dev.linchpin.planning.ProjectRisks;
import dev.linchpin.planning.ProjectRisks.Saved;
import dev.linchpin.planning.RiskDays;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// What may happen, and what would it do to the date?
@Controller
class RiskPages {
  private static final String ALL = "/projects/{key}/risks";

  private final Access access;
  private final Heads heads;
  private final ProjectRisks risks;
  private final RiskDays days;
  private final Plans plans;
  private final RiskViews views;

  RiskPages(
      Access access, Heads heads, ProjectRisks risks, RiskDays days, Plans plans, RiskViews views) {
    this.access = access;
    this.heads = heads;
    this.risks = risks;
    this.days = days;
    this.plans = plans;
    this.views = views;
  }

  @GetMapping(ALL)
  Page list(Who who, @PathVariable String key) {
    Project project = heads.load(who, key, Right.READ);
    return Page.of(
        "planning/web/risks.jte",
        project.name() + " · Risks",
        Place.PROJECTS,
        views.list(heads.head(who, project, "risks", heads.asked(who)), mayChange(who, project)));
  }

  @GetMapping(ALL + "/new")
  Page blank(Who who, @PathVariable String key) {
    Project project = heads.load(who, key, Right.WRITE);
    return page(who, project, null, RiskForm.fresh(), new Problems());
  }

  @PostMapping(ALL)
  View add(Who who, @PathVariable String key, RiskForm form, HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    return save(who, project, null, form, risk -> risks.add(risk, who.name()), request);
  }

  @GetMapping(ALL + "/{id}")
  Page show(Who who, @PathVariable String key, @PathVariable UUID id) {
    Project project = heads.load(who, key, Right.READ);
    ProjectRisk risk = find(project, id);
    return page(who, project, risk, RiskForm.of(risk, tasks(project)), new Problems());
  }

  @PostMapping(ALL + "/{id}")
  View change(
      Who who,
      @PathVariable String key,
      @PathVariable UUID id,
      RiskForm form,
      HttpServletRequest request) {
    Project project = heads.load(who, key, Right.WRITE);
    ProjectRisk before = find(project, id);
    return save(who, project, before, form, risk -> risks.put(risk, who.name()), request);
  }

  @PostMapping(ALL + "/{id}/days")
  View days(Who who, @PathVariable String key, @PathVariable UUID id, HttpServletRequest request) {
    Project project = heads.load(who, key, Right.READ);
    ProjectRisk risk = find(project, id);
    String told =
        days.workOut(risk).isPresent()
            ? "It was worked out; the answer is below."
            : "Nothing was worked out: the newest forecast does not know this risk yet.";
    return Going.to(RiskViews.address(project.key()) + "/" + id, told, request);
  }

  private View save(
      Who who,
      Project project,
      @Nullable ProjectRisk before,
      RiskForm form,
      Function<ProjectRisk, Saved> saving,
      HttpServletRequest request) {
    var problems = new Problems();
    Optional<ProjectRisk> read =
        form.read(
            project.key(),
            before,
            tasks(project),
            views.people().keySet(),
            access.may(who, Permission.CHANGE_MONEY),
            problems);
    if (read.isEmpty()) {
      return page(who, project, before, form, problems).withProblems();
    }
    String all = RiskViews.address(project.key());
    return Going.after(
        () -> {
          if (saving.apply(read.get()) instanceof Saved.Contradicts(String field, String says)) {
            return page(who, project, before, form, problems.add(field, says)).withProblems();
          }
          return Going.to(
              all,
              "\"%s\" is saved. A new forecast is being made.".formatted(form.name()),
              request);
        },
        before == null ? all : all + "/" + before.id(),
        request);
  }

  private Page page(
      Who who, Project project, @Nullable ProjectRisk risk, RiskForm form, Problems problems) {
    boolean mayChange = mayChange(who, project);
    if (!mayChange && risk == null) {
      throw new NotYours("You can read this, but not change it.");
    }
    var eyes =
        new RiskViews.Eyes(
            mayChange,
            access.may(who, Permission.READ_MONEY),
            access.may(who, Permission.CHANGE_MONEY));
    return Page.of(
        "planning/web/risk.jte",
        risk == null ? "New risk" : risk.name(),
        Place.PROJECTS,
        views.one(
            heads.head(who, project, "risks", heads.asked(who)),
            project.key(),
            risk,
            form,
            eyes,
            problems));
  }

  private boolean mayChange(Who who, Project project) {
    return heads.mayChange(who, project);
  }

  private Map<Integer, PlannedTask> tasks(Project project) {
    return RiskForm.byNumber(plans.tasks(project.key()));
  }

  private ProjectRisk find(Project project, UUID id) {
    return risks
        .find(project.key(), id)
        .orElseThrow(() -> new NotThere("There is no such risk in this project."));
  }
}
