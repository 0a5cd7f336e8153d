package dev.linchpin.answers.status.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.status.StatusPage;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.OwnSite;
import dev.linchpin.platform.Settings;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Who can see what goes on without an account, and where do links in mails lead?
@Controller
class StatusDoor {
  private static final String HERE = "/admin/status";

  /// Read by whoever posts webhooks.
  private static final String NETWORKS = "webhook.networks";

  private static final String NETWORK =
      "([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]{2,39})(/[0-9]{1,3})?";

  private final Access access;
  private final StatusPage status;
  private final Departments departments;
  private final OwnSite site;
  private final Settings settings;
  private final Audit audit;

  StatusDoor(
      Access access,
      StatusPage status,
      Departments departments,
      OwnSite site,
      Settings settings,
      Audit audit) {
    this.access = access;
    this.status = status;
    this.departments = departments;
    this.site = site;
    this.settings = settings;
    this.audit = audit;
  }

  @GetMapping(HERE)
  Page show(Who who) {
    access.require(who, Permission.ADMINISTER);
    String own =
        site.address()
            .orElseGet(
                () -> ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    List<String> shown = status.shown().stream().map(DepartmentId::toString).toList();
    return page(status.isOpen(), shown, own, settings.get(NETWORKS).orElse(""), new Problems());
  }

  @PostMapping(HERE)
  View change(
      Who who,
      @RequestParam(defaultValue = "no") String open,
      @RequestParam(defaultValue = "") List<String> department,
      @RequestParam(name = "address", defaultValue = "") String address,
      @RequestParam(defaultValue = "") String networks,
      HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    var problems = new Problems();
    Optional<String> own = address.isBlank() ? Optional.of("") : OwnSite.read(address);
    if (own.isEmpty()) {
      problems.add("address", "Enter an address like https://linchpin.example.org.");
    }
    List<String> some =
        Arrays.stream(networks.split("[,\\s]+")).filter(one -> !one.isEmpty()).toList();
    if (!some.stream().allMatch(one -> one.matches(NETWORK))) {
      problems.add("networks", "Enter networks like 10.2.0.0/16, with spaces between them.");
    }
    if (problems.any()) {
      return page(open.equals("yes"), department, address, networks, problems).withProblems();
    }
    site.set(own.orElseThrow());
    String before = settings.get(NETWORKS).orElse("");
    settings.put(NETWORKS, String.join(" ", some));
    if (!before.equals(String.join(" ", some))) {
      String change = before + " → " + networks;
      audit.add(who.name(), "changed where webhooks may go", "webhooks", change);
    }
    Set<DepartmentId> shown =
        departments.all().stream()
            .map(Department::id)
            .filter(id -> department.contains(id.toString()))
            .collect(Collectors.toSet());
    status.set(open.equals("yes"), shown, who);
    return Going.to(HERE, "Saved.", request);
  }

  private Page page(
      boolean open, List<String> shown, String own, String networks, Problems problems) {
    Map<String, String> names = new LinkedHashMap<>();
    departments.all().forEach(one -> names.put(one.id().toString(), one.name()));
    return Page.of(
        "answers/status/web/door.jte",
        "Status page",
        null,
        new StatusView.Door(open, names, shown, own, networks, problems));
  }
}
