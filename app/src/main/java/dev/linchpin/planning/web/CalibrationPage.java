package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.planning.CostMarks;
import dev.linchpin.planning.ForecastRecord;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Marks;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Recalibrations;
import dev.linchpin.planning.Recalibrations.Evidence;
import dev.linchpin.planning.Recalibrations.Version;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How good our dates are, and whether they are corrected by that.
@Controller
class CalibrationPage {
  private static final String HERE = "/admin/calibration";

  private final Access access;
  private final Marks marks;
  private final CostMarks costs;
  private final Recalibrations recalibrations;
  private final Projects projects;
  private final Forecasts forecasts;
  private final Zone zone;

  CalibrationPage(
      Access access,
      Marks marks,
      CostMarks costs,
      Recalibrations recalibrations,
      Projects projects,
      Forecasts forecasts,
      Zone zone) {
    this.access = access;
    this.marks = marks;
    this.costs = costs;
    this.recalibrations = recalibrations;
    this.projects = projects;
    this.forecasts = forecasts;
    this.zone = zone;
  }

  @GetMapping(HERE)
  Page show(Who who) {
    access.require(who, Permission.READ_AUDIT);
    ForecastRecord record = marks.record();
    Evidence evidence = recalibrations.evidence();
    Version now = recalibrations.inForce();
    Recalibration learned = evidence.correction(now.number() + 1);
    boolean may = access.may(who, Permission.ADMINISTER);
    CalibrationView view =
        new CalibrationView(
            RecordView.of(record),
            TruthView.of(record, evidence.ends()),
            CalibrationView.costs(costs.record()),
            CalibrationView.words(now, recalibrations.helped(now.number())),
            CalibrationView.words(evidence),
            CalibrationView.levels(learned),
            CalibrationView.parts(learned),
            learned.equals(Recalibration.NONE) ? List.of() : dates(who, learned),
            may && evidence.isEnough(),
            may && now.number() > 0,
            recalibrations.versions().stream()
                .map(version -> CalibrationView.row(version, now, may, zone.id()))
                .toList(),
            recalibrations.uses().stream()
                .map(use -> CalibrationView.use(use, zone.id()))
                .toList());
    return Page.of("planning/web/calibration.jte", "How good our dates are", null, view);
  }

  @PostMapping(HERE + "/versions")
  View learn(Who who, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    return Going.to(
        HERE,
        recalibrations
            .learn(who.name(), zone.instant())
            .map("Version %d corrects dates from now on. All of them are forecast anew."::formatted)
            .orElse("Nothing was changed: too few dates are over to learn from."),
        request);
  }

  /// @param version 0 for no correction
  @PostMapping(HERE + "/choice")
  View use(Who who, @RequestParam(defaultValue = "-1") String version, HttpServletRequest request) {
    access.require(who, Permission.ADMINISTER);
    int wanted = version.matches("\\d{1,6}") ? Integer.parseInt(version) : -1;
    boolean done = recalibrations.use(wanted, who.name(), zone.instant());
    return Going.to(
        HERE,
        !done
            ? "Nothing was changed: there is no such version."
            : wanted == 0
                ? "Dates are not corrected any more. All of them are forecast anew."
                : "Version %d corrects dates from now on. All of them are forecast anew."
                    .formatted(wanted),
        request);
  }

  /// What a correction would do to the dates of running projects.
  private List<CalibrationView.Date> dates(Who who, Recalibration learned) {
    LocalDate today = zone.today();
    List<Project> some = projects.visibleTo(who);
    Map<String, RefForecast> latest = forecasts.latest(some.stream().map(Project::ref).toList());
    return some.stream()
        .filter(project -> latest.containsKey(project.ref()))
        .map(project ->
            CalibrationView.date(
                project, Objects.requireNonNull(latest.get(project.ref())), learned, today))
        .toList();
  }
}
