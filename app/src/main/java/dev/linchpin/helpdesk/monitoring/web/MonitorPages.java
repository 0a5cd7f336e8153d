package dev.linchpin.helpdesk.monitoring.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.levels.DayTime;
import dev.linchpin.helpdesk.monitoring.Monitors;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Which monitoring systems open tickets?
@Controller
class MonitorPages {
  private static final String ALL = "/admin/monitors";

  private final Access access;
  private final Monitors monitors;
  private final Services services;
  private final Zone zone;

  MonitorPages(Access access, Monitors monitors, Services services, Zone zone) {
    this.access = access;
    this.monitors = monitors;
    this.services = services;
    this.zone = zone;
  }

  @GetMapping(ALL)
  Page all(Who who) {
    access.require(who, Permission.ADMINISTER);
    return page("", "", new Problems());
  }

  @PostMapping(ALL)
  Page make(
      Who who,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String service) {
    access.require(who, Permission.ADMINISTER);
    ServiceId about =
        services.all().stream()
            .filter(one -> one.key().equals(service))
            .findFirst()
            .map(Service::id)
            .orElse(null);
    try {
      String token = monitors.make(name, about, who.name());
      String address =
          ServletUriComponentsBuilder.fromCurrentContextPath()
              .path("/hooks/monitoring/" + token)
              .toUriString();
      return page(address, "", new Problems());
    } catch (IllegalArgumentException no) {
      var problems = new Problems().add("name", Objects.requireNonNull(no.getMessage()));
      return page("", name, problems).withProblems();
    }
  }

  @PostMapping(ALL + "/{id}/revocation")
  View revoke(Who who, @PathVariable UUID id, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    if (!monitors.revoke(id, who.name())) {
      throw new NotThere("There is no such monitor any more.");
    }
    return Going.to(ALL, "Its token opens nothing any more.", request);
  }

  private Page page(String address, String name, Problems problems) {
    List<Service> all = services.all();
    Map<String, String> names = new LinkedHashMap<>();
    names.put("", "none");
    all.forEach(one -> names.put(one.key(), one.name()));
    List<MonitorsView.Row> rows = monitors.all().stream().map(one -> row(one, all)).toList();
    return Page.of(
        "helpdesk/monitoring/web/monitors.jte",
        "Monitors",
        Place.TICKETS,
        new MonitorsView(address, rows, names, name, problems));
  }

  private MonitorsView.Row row(Monitors.Monitor monitor, List<Service> all) {
    return new MonitorsView.Row(
        monitor.name(),
        all.stream()
            .filter(one -> one.id().equals(monitor.service()))
            .findFirst()
            .map(Service::name)
            .orElse(""),
        last(monitor.last()),
        monitor.problem(),
        ALL + "/" + monitor.id() + "/revocation");
  }

  private String last(@Nullable Instant at) {
    return at == null
        ? "nothing yet"
        : DayTime.words(LocalDateTime.ofInstant(at, zone.id()), zone.now());
  }
}
