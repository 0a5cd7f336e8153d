package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.planning.ChangeWindows;
import dev.linchpin.planning.ChangeWindows.Kept;
import dev.linchpin.planning.ChangeWindows.Saved;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// When may changes be made?
@Controller
class WindowPages {
  private static final String ALL = "/admin/windows";

  private final Access access;
  private final ChangeWindows windows;

  WindowPages(Access access, ChangeWindows windows) {
    this.access = access;
    this.windows = windows;
  }

  @GetMapping(ALL)
  Page list(Who who) {
    access.require(who, Permission.ASK);
    List<WindowsView.Row> rows = windows.all().stream().map(WindowPages::row).toList();
    return Page.of(
        "planning/web/windows.jte",
        "Change windows",
        Place.PROJECTS,
        new WindowsView(rows, access.may(who, Permission.CHANGE_PROJECT)));
  }

  @GetMapping(ALL + "/new")
  Page blank(Who who) {
    access.require(who, Permission.CHANGE_PROJECT);
    return fresh(WindowForm.fresh(), new Problems());
  }

  @PostMapping(ALL)
  View add(Who who, WindowForm form, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_PROJECT);
    var problems = new Problems();
    Optional<ChangeWindow> read =
        form.read(new WindowId(Typed.once(form.id()).toString()), problems);
    if (read.isEmpty()) {
      return fresh(form, problems).withProblems();
    }
    return Going.after(
        () -> {
          if (windows.add(read.get(), who.name()) instanceof Saved.NameTaken) {
            return fresh(form, taken(problems)).withProblems();
          }
          return Going.to(ALL, read.get().name() + " is added.", request);
        },
        ALL,
        request);
  }

  @GetMapping(ALL + "/{id}")
  Page show(Who who, @PathVariable String id) {
    Kept kept = load(who, id, Right.READ);
    return page(who, kept, WindowForm.of(kept), new Problems());
  }

  @PostMapping(ALL + "/{id}")
  View change(Who who, @PathVariable String id, WindowForm form, HttpServletRequest request) {
    Kept kept = load(who, id, Right.WRITE);
    var problems = new Problems();
    Optional<ChangeWindow> read = form.read(kept.window().id(), problems);
    if (read.isEmpty()) {
      return page(who, kept, form, problems).withProblems();
    }
    return Going.after(
        () -> {
          if (windows.put(form.seen(kept), read.get(), who.name()) instanceof Saved.NameTaken) {
            return page(who, kept, form, taken(problems)).withProblems();
          }
          return Going.to(ALL, read.get().name() + " is changed.", request);
        },
        address(kept),
        request);
  }

  @PostMapping(ALL + "/{id}/removal")
  View remove(Who who, @PathVariable String id, HttpServletRequest request) {
    Kept kept = load(who, id, Right.WRITE);
    return windows.remove(kept, who.name()) instanceof Saved.InUse(int tasks)
        ? Going.to(
            address(kept), "Nothing was changed: %s within it.".formatted(inUse(tasks)), request)
        : Going.to(ALL, kept.window().name() + " is removed.", request);
  }

  private Kept load(Who who, String id, Right right) {
    if (id.isBlank()) {
      throw new NotThere("There is no such change window.");
    }
    return access.load(who, windows, new WindowId(id), right);
  }

  private static Problems taken(Problems problems) {
    return problems.add("name", "There is a window of this name. Enter another name.");
  }

  private static Page fresh(WindowForm form, Problems problems) {
    return Page.of(
        "planning/web/window.jte",
        "New change window",
        Place.PROJECTS,
        new WindowView(
            "New change window",
            "Tasks within it are done while it is open, from their first to their last minute.",
            form,
            ALL,
            null,
            problems));
  }

  private Page page(Who who, Kept kept, WindowForm form, Problems problems) {
    boolean mayChange = windows.allows(who, Right.WRITE, kept);
    return Page.of(
        "planning/web/window.jte",
        kept.window().name(),
        Place.PROJECTS,
        new WindowView(
            kept.window().name(),
            inUse(kept.tasks()) + " within it.",
            form,
            mayChange ? address(kept) : null,
            removal(kept, mayChange),
            problems));
  }

  private static @Nullable String removal(Kept kept, boolean mayChange) {
    return mayChange && kept.tasks() == 0 ? address(kept) + "/removal" : null;
  }

  private static WindowsView.Row row(Kept kept) {
    ChangeWindow window = kept.window();
    return new WindowsView.Row(
        window.name(),
        address(kept),
        window.isUsuallyOpen() ? List.of("Always, but for freezes") : WindowText.openings(window),
        window.freezes().stream().map(WindowText::freeze).toList(),
        window.lead().isZero()
            ? "None"
            : Say.count((int) window.lead().toDays(), "day", "days") + " before",
        Say.count(kept.tasks(), "task", "tasks"));
  }

  private static String inUse(int tasks) {
    return Say.count(tasks, "task is done", "tasks are done");
  }

  private static String address(Kept kept) {
    return ALL + "/" + kept.window().id();
  }
}
