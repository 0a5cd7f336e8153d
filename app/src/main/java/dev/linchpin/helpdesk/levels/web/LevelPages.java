package dev.linchpin.helpdesk.levels.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Site;
import dev.linchpin.directory.SiteId;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.levels.EscalationRule;
import dev.linchpin.helpdesk.levels.ServiceLevel;
import dev.linchpin.helpdesk.levels.ServiceLevels;
import dev.linchpin.helpdesk.levels.TargetKeeper;
import dev.linchpin.helpdesk.levels.TimeText;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import dev.linchpin.web.shell.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Within what time do we answer and resolve?
@Controller
class LevelPages {
  private static final String ALL = "/tickets/levels";
  private static final String TAKEN = "This service has a service level. Change that one.";
  private static final String SENTENCE =
      "Time counts from the opening, in these hours only. It stands still while the caller has to"
          + " do something.";

  private final Access access;
  private final ServiceLevels levels;
  private final TargetKeeper keeper;
  private final Services services;
  private final Sites sites;

  LevelPages(
      Access access, ServiceLevels levels, TargetKeeper keeper, Services services, Sites sites) {
    this.access = access;
    this.levels = levels;
    this.keeper = keeper;
    this.services = services;
    this.sites = sites;
  }

  @GetMapping(ALL)
  Page all(Who who) {
    access.require(who, Permission.READ_TICKETS);
    List<LevelsView.Row> rows = levels.all().stream().map(this::row).toList();
    return Page.of(
        "helpdesk/levels/web/levels.jte",
        "Service levels",
        Place.TICKETS,
        new LevelsView(access.may(who, Permission.MANAGE_PEOPLE), rows));
  }

  private LevelsView.Row row(ServiceLevel level) {
    return new LevelsView.Row(
        address(level), serviceName(level), hoursName(level), times(level), steps(level));
  }

  private static List<String> times(ServiceLevel level) {
    var lines = new ArrayList<String>();
    for (Priority priority : Priority.values()) {
      ServiceLevel.Times times = level.times().get(priority);
      if (times != null) {
        var parts = new ArrayList<String>();
        if (times.answer() != null) {
          parts.add("answer in " + TimeText.of(times.answer()));
        }
        if (times.resolve() != null) {
          parts.add("resolve in " + TimeText.of(times.resolve()));
        }
        lines.add(priority.word() + ": " + String.join(", ", parts));
      }
    }
    return lines;
  }

  private static List<String> steps(ServiceLevel level) {
    return level.rules().stream().map(EscalationRule::text).toList();
  }

  private String serviceName(ServiceLevel level) {
    return services.all().stream()
        .filter(one -> one.id().equals(level.service()))
        .findFirst()
        .map(Service::name)
        .orElse("All other services");
  }

  private String hoursName(ServiceLevel level) {
    SiteId id = level.site();
    return id == null
        ? "around the clock"
        : sites.find(id).map(site -> site.name() + ", " + site.week().words()).orElse("");
  }

  @GetMapping(ALL + "/new")
  Page blank(Who who) {
    access.require(who, Permission.MANAGE_PEOPLE);
    ServiceLevel proposed = ServiceLevel.proposed(sites.main().id());
    LevelForm form = LevelForm.of(proposed, List.of());
    return page("New service level", ALL, null, form, new Problems());
  }

  @PostMapping(ALL)
  View add(Who who, LevelForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var problems = new Problems();
    Optional<ServiceLevel> level =
        form.read(UUID.randomUUID(), services.all(), sites.all(), problems);
    if (level.isPresent() && !levels.add(level.get(), who.name())) {
      problems.add("service", TAKEN);
    }
    if (problems.any() || level.isEmpty()) {
      return page("New service level", ALL, null, form, problems).withProblems();
    }
    keeper.catchUp();
    return Going.to(ALL, "The service level is added. Tickets show their times.", request);
  }

  @GetMapping(ALL + "/{id}")
  Page show(Who who, @PathVariable String id) {
    ServiceLevel level = access.load(who, levels, id(id), Right.READ);
    boolean mayChange = levels.allows(who, Right.WRITE, level);
    LevelForm form = LevelForm.of(level, services.all());
    return page(
        serviceName(level),
        mayChange ? address(level) : null,
        mayChange ? address(level) + "/removal" : null,
        form,
        new Problems());
  }

  @PostMapping(ALL + "/{id}")
  View change(Who who, @PathVariable String id, LevelForm form, HttpServletRequest request) {
    ServiceLevel there = access.load(who, levels, id(id), Right.WRITE);
    var problems = new Problems();
    Optional<ServiceLevel> level = form.read(there.id(), services.all(), sites.all(), problems);
    try {
      if (level.isPresent() && !levels.put(level.get(), who.name())) {
        problems.add("service", "Somebody changed it meanwhile. Look at it again.");
      }
    } catch (DuplicateKeyException e) {
      problems.add("service", TAKEN);
    }
    if (problems.any()) {
      return page(serviceName(there), address(there), address(there) + "/removal", form, problems)
          .withProblems();
    }
    keeper.catchUp();
    return Going.to(ALL, "Saved. Open tickets follow within a minute.", request);
  }

  @PostMapping(ALL + "/{id}/removal")
  View remove(Who who, @PathVariable String id, HttpServletRequest request) {
    ServiceLevel level = access.load(who, levels, id(id), Right.WRITE);
    levels.remove(level, who.name());
    keeper.catchUp();
    return Going.to(ALL, "Removed. Its tickets have no times to keep any more.", request);
  }

  private Page page(
      String heading,
      @Nullable String action,
      @Nullable String removal,
      LevelForm form,
      Problems problems) {
    Map<String, String> serviceNames = new LinkedHashMap<>();
    serviceNames.put("", "All other services");
    services.all().forEach(one -> serviceNames.put(one.key(), one.name()));
    Map<String, String> hours = new LinkedHashMap<>();
    for (Site site : sites.all()) {
      hours.put(site.id().toString(), site.name() + ": " + site.week().words());
    }
    hours.put("", "Around the clock");
    return Page.of(
        "helpdesk/levels/web/level.jte",
        heading,
        Place.TICKETS,
        new LevelView(
            heading, SENTENCE, action, removal, serviceNames, hours, form, form.rows(), problems));
  }

  private static String address(ServiceLevel level) {
    return ALL + "/" + level.id();
  }

  private static UUID id(String text) {
    return Typed.id(text)
        .orElseThrow(() -> new NotThere("There is no service level named " + text + "."));
  }
}
