package dev.linchpin.answers.status.web;

import dev.linchpin.answers.status.AtomText;
import dev.linchpin.answers.status.Said;
import dev.linchpin.answers.status.StatusPage;
import dev.linchpin.answers.status.StatusPage.Snapshot;
import dev.linchpin.answers.status.Trouble;
import dev.linchpin.directory.Department;
import dev.linchpin.planning.DateWords;
import dev.linchpin.platform.OwnSite;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The status page. Everybody gets the same, so that caches may keep it for a minute.
@Controller
class StatusPages {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final String FEED = "urn:linchpin:status";

  private final StatusPage status;
  private final Visits visits;
  private final Settings settings;
  private final OwnSite site;
  private final Zone zone;

  StatusPages(StatusPage status, Visits visits, Settings settings, OwnSite site, Zone zone) {
    this.status = status;
    this.visits = visits;
    this.settings = settings;
    this.site = site;
    this.zone = zone;
  }

  @GetMapping("/status")
  View everybody(HttpServletRequest request) {
    Snapshot now = status.now();
    return !now.isOpen() || visits.tooMany(request.getRemoteAddr()) ? closed(now) : page(now, null);
  }

  @GetMapping("/status/departments/{name}")
  View department(@PathVariable String name, HttpServletRequest request) {
    Snapshot now = status.now();
    Optional<Department> department = now.department(name);
    return department.isEmpty() || visits.tooMany(request.getRemoteAddr())
        ? closed(now)
        : page(now, department.get());
  }

  @GetMapping("/status/news.atom")
  ResponseEntity<String> feed(HttpServletRequest request) {
    return feed(null, request);
  }

  @GetMapping("/status/departments/{name}/news.atom")
  ResponseEntity<String> feed(@Nullable @PathVariable String name, HttpServletRequest request) {
    Snapshot now = status.now();
    Optional<Department> department = name == null ? Optional.empty() : now.department(name);
    if (!now.isOpen() || name != null && department.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    if (visits.tooMany(request.getRemoteAddr())) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header("Retry-After", "60")
          .build();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
        .body(atom(now, department.orElse(null), request.getRequestURI()));
  }

  private String atom(Snapshot now, @Nullable Department department, String path) {
    List<AtomText.Entry> entries =
        Stream.concat(
                now.troubles().stream().map(this::entry),
                now.work(department).stream().map(StatusPages::entry))
            .sorted((one, other) -> other.updated().compareTo(one.updated()))
            .toList();
    return new AtomText(
            department == null ? FEED : FEED + ":" + StatusPage.addressName(department),
            "Status" + (department == null ? "" : " for " + department.name()),
            site.address().map(address -> address + path).orElse(""),
            entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated(),
            entries)
        .xml();
  }

  private AtomText.Entry entry(Trouble trouble) {
    StatusView.Trouble shown = shown(trouble);
    return new AtomText.Entry(
        FEED + ":trouble:" + trouble.since().toEpochMilli(),
        shown.title(),
        trouble.since(),
        shown.text());
  }

  private static AtomText.Entry entry(Said said) {
    return new AtomText.Entry(
        FEED + ":" + said.ref(), said.title(), said.changedAt(), said.words());
  }

  private View page(Snapshot now, @Nullable Department department) {
    var view =
        new StatusView(
            settings.get("organisation").orElse(""),
            department == null ? "" : department.name(),
            headline(now.troubles().size()),
            now.troubles().isEmpty() ? "good" : "bad",
            now.troubles().isEmpty() ? "no major incident" : "major incident",
            now.troubles().stream().map(this::shown).toList(),
            now.work(department).stream()
                .map(said ->
                    new StatusView.Work(said.title(), said.words(), "/status/dates/" + said.ref()))
                .toList(),
            departments(now, department),
            department == null
                ? "/status/news.atom"
                : "/status/departments/" + StatusPage.addressName(department) + "/news.atom",
            at(now.at()));
    Page page = Page.of("answers/status/web/status.jte", "Status", null, view);
    return (model, request, response) -> page.writeToEverybody(request, response, FRESH);
  }

  private static String headline(int troubles) {
    return switch (troubles) {
      case 0 -> "No major incident goes on.";
      case 1 -> "We work on a major incident.";
      default -> "We work on " + troubles + " major incidents.";
    };
  }

  private StatusView.Trouble shown(Trouble trouble) {
    String what = trouble.what().isEmpty() ? "A service" : trouble.what();
    boolean late = trouble.next().isBefore(zone.instant());
    return new StatusView.Trouble(
        what + " has a problem",
        "Since %s. We work on it.%s"
            .formatted(
                at(trouble.since()), late ? "" : " Next news by " + at(trouble.next()) + "."));
  }

  private static Map<String, String> departments(Snapshot now, @Nullable Department here) {
    var all = new LinkedHashMap<String, String>();
    if (!now.departments().isEmpty()) {
      all.put("/status", "Everybody");
    }
    now.departments().stream()
        .filter(one -> !one.equals(here))
        .forEach(one -> all.put("/status/departments/" + StatusPage.addressName(one), one.name()));
    if (here == null) {
      all.remove("/status");
    }
    return all;
  }

  private String at(Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone.id());
    String day =
        local.toLocalDate().equals(zone.today())
            ? "today"
            : new DateWords(zone.today()).brief(local.toLocalDate());
    return day + " at " + TIME.format(local);
  }

  private static Page closed(Snapshot now) {
    String headline = now.isOpen() ? "There is nothing here" : "There is no status page";
    var view =
        new StatusView(
            "", "", headline, "waiting", "closed", List.of(), List.of(), Map.of(), "", "");
    return Page.of("answers/status/web/closed.jte", headline, null, view)
        .with(HttpStatus.NOT_FOUND);
  }
}
