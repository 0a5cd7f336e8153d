package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.planning.PlannedItem;
import dev.linchpin.planning.PlannedItems;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.platform.Currency;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What will it cost?
@Controller
class CostPages {
  private static final String ALL = "/projects/{key}/costs";

  private final Access access;
  private final Heads heads;
  private final PlannedItems items;
  private final Plans plans;
  private final CostViews views;
  private final Currency currency;

  CostPages(
      Access access,
      Heads heads,
      PlannedItems items,
      Plans plans,
      CostViews views,
      Currency currency) {
    this.access = access;
    this.heads = heads;
    this.items = items;
    this.plans = plans;
    this.views = views;
    this.currency = currency;
  }

  @GetMapping(ALL)
  Page show(
      Who who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String amount) {
    Project project = load(who, key);
    boolean mayChange = mayChange(who, project);
    return Page.of(
        "planning/web/costs.jte",
        project.name() + " · Costs",
        Place.PROJECTS,
        views.costs(
            heads.head(who, project, "costs", heads.asked(who)),
            project,
            day.strip(),
            amount.strip(),
            mayChange,
            access.may(who, Permission.READ_RATES)));
  }

  @GetMapping(ALL + "/new")
  Page blank(Who who, @PathVariable String key) {
    Project project = loadToChange(who, key);
    return page(who, project, null, ItemForm.fresh(), new Problems());
  }

  @PostMapping(ALL)
  View add(Who who, @PathVariable String key, ItemForm form, HttpServletRequest request) {
    Project project = loadToChange(who, key);
    return save(who, project, null, form, item -> items.add(item, who.name()), request);
  }

  @GetMapping(ALL + "/{id}")
  Page one(Who who, @PathVariable String key, @PathVariable UUID id) {
    Project project = loadToChange(who, key);
    PlannedItem item = find(project, id);
    return page(who, project, item, ItemForm.of(item), new Problems());
  }

  @PostMapping(ALL + "/{id}")
  View change(
      Who who,
      @PathVariable String key,
      @PathVariable UUID id,
      ItemForm form,
      HttpServletRequest request) {
    Project project = loadToChange(who, key);
    PlannedItem before = find(project, id);
    return save(who, project, before, form, item -> items.put(item, who.name()), request);
  }

  @PostMapping(ALL + "/{id}/removal")
  View remove(
      Who who, @PathVariable String key, @PathVariable UUID id, HttpServletRequest request) {
    Project project = loadToChange(who, key);
    PlannedItem item = find(project, id);
    items.remove(item, who.name());
    return Going.to(CostViews.address(project), item.name() + " is removed.", request);
  }

  private View save(
      Who who,
      Project project,
      @Nullable PlannedItem before,
      ItemForm form,
      Consumer<PlannedItem> saving,
      HttpServletRequest request) {
    var problems = new Problems();
    Map<Integer, PlannedTask> tasks = RiskForm.byNumber(plans.tasks(project.key()));
    Optional<PlannedItem> read = form.read(project.key(), before, tasks, problems);
    if (read.isEmpty()) {
      return page(who, project, before, form, problems).withProblems();
    }
    String all = CostViews.address(project);
    return Going.after(
        () -> {
          saving.accept(read.get());
          return Going.to(
              all, read.get().name() + " is saved. A new forecast is being made.", request);
        },
        before == null ? all : all + "/" + before.id(),
        request);
  }

  private Page page(
      Who who, Project project, @Nullable PlannedItem item, ItemForm form, Problems problems) {
    String all = CostViews.address(project);
    return Page.of(
        "planning/web/item.jte",
        item == null ? "New cost" : item.name(),
        Place.PROJECTS,
        new ItemView(
            heads.head(who, project, "costs", heads.asked(who)),
            item == null ? "New cost" : item.name(),
            item == null ? all : all + "/" + item.id(),
            all,
            form,
            ItemForm.choices(plans.tasks(project.key()), form.task()),
            currency.code(),
            item == null ? null : all + "/" + item.id() + "/removal",
            problems));
  }

  private Project load(Who who, String key) {
    Project project = heads.load(who, key, Right.READ);
    access.require(who, Permission.READ_MONEY);
    return project;
  }

  private Project loadToChange(Who who, String key) {
    Project project = heads.load(who, key, Right.WRITE);
    access.require(who, Permission.CHANGE_MONEY);
    return project;
  }

  private boolean mayChange(Who who, Project project) {
    return access.may(who, Permission.CHANGE_MONEY) && heads.mayChange(who, project);
  }

  private PlannedItem find(Project project, UUID id) {
    return items
        .find(project.key(), id)
        .orElseThrow(() -> new NotThere("There is no such cost in this project."));
  }
}
