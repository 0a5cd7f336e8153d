package dev.linchpin.planning.web;

import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.planning.CauseWords;
import dev.linchpin.planning.CostMarks;
import dev.linchpin.planning.ForecastRecord;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.Recalibrations;
import dev.linchpin.planning.Recalibrations.Evidence;
import dev.linchpin.planning.Recalibrations.Helped;
import dev.linchpin.planning.Recalibrations.Use;
import dev.linchpin.planning.Recalibrations.Version;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What `calibration.jte` shows, from top to bottom.
///
/// @param costs how good forecasts of costs were
/// @param now what is in use, and whether it helps
/// @param evidence what there is to learn from
/// @param levels what would be learned; empty when too little is known
/// @param parts the same by kind and horizon
/// @param dates what that would do to today's dates
/// @param mayLearn whether there is a button for it
/// @param mayStop whether there is a button to correct nothing
public record CalibrationView(
    RecordView record,
    TruthView truth,
    String costs,
    String now,
    String evidence,
    List<Level> levels,
    List<Part> parts,
    List<Date> dates,
    boolean mayLearn,
    boolean mayStop,
    List<Row> versions,
    List<Used> uses) {
  private static final double BY = 0.8;

  /// Of the 8-in-10 date among the nine shares.
  private static final int BY_PLACE = 7;

  private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.8, 0.9);

  /// @param stated like "8 in 10"
  /// @param held like "71 of 100"
  /// @param instead like "89 of 100 runs"
  public record Level(String stated, String held, String instead) {}

  /// @param what like "Projects, 2 to 6 weeks"
  /// @param held like "71 of 100"
  /// @param from like "34 forecasts"
  public record Part(String what, String held, String from) {}

  static String costs(CostMarks.Held held) {
    if (held.cases() == 0) {
      return "No project has ended whose costs are known, so we do not know how good ours are.";
    }
    if (held.cases() < ForecastRecord.ENOUGH) {
      return "Only %s of costs can be compared with what it was: too few to know how good they are."
          .formatted(Say.count(held.cases(), "forecast", "forecasts"));
    }
    return ("%d of %d forecasts of costs held at 8 in 10, of %s."
            + " The likely amount was off by %.0f %%.")
        .formatted(
            held.held80(),
            held.cases(),
            Say.count(held.projects(), "project", "projects"),
            100 * held.error());
  }

  /// One project's by-date as the runs give it and as it would be corrected.
  public record Date(String name, String address, String stated, String corrected, String change) {}

  /// @param use number to use it again with; 0 where that cannot be asked for
  public record Row(String name, String made, String from, boolean inUse, int use) {}

  /// @param what like "Version 2"
  public record Used(String at, String by, String what) {}

  static String words(Version now, Helped helped) {
    if (now.number() == 0) {
      return "No. Dates are shown as the runs give them.";
    }
    String version = "Yes, by version %d.".formatted(now.number());
    if (helped.cases() < Recalibrations.NEXT) {
      return "%s Of %d dates that it corrected, %d are over: too few to know whether it helps."
          .formatted(version, Recalibrations.NEXT, helped.cases());
    }
    return "%s Of the dates that it corrected, %d are over. They were off by %s on average, and %s"
            .formatted(
                version,
                helped.cases(),
                days(helped.crps()),
                "without it by " + days(helped.statedCrps()))
        + (helped.crps() <= helped.statedCrps() ? ": it helps." : ": go back to no correction.");
  }

  private static String days(double days) {
    return Say.number(Math.rint(10 * days) / 10) + " days";
  }

  static String words(Evidence evidence) {
    String there =
        "%s that are over, of %s."
            .formatted(
                Say.count(evidence.forecasts().size(), "forecast", "forecasts"),
                Say.count(evidence.ends(), "project or milestone", "projects and milestones"));
    return evidence.isEnough()
        ? "There are " + there
        : "A correction needs %d forecasts of %d projects and milestones. There are %s"
            .formatted(Recalibration.LEAST, Recalibrations.ENDS_LEAST, there);
  }

  static List<Level> levels(Recalibration learned) {
    return learned.equals(Recalibration.NONE)
        ? List.of()
        : LEVELS.stream()
            .map(level ->
                new Level(
                    "%.0f in 10".formatted(10 * level),
                    "%.0f of 100".formatted(100 * learned.chance(level)),
                    "%.0f of 100 runs".formatted(100 * learned.level(level))))
            .toList();
  }

  static List<Part> parts(Recalibration learned) {
    return learned.parts().stream()
        .map(part ->
            new Part(
                (part.project() ? "Projects, " : "Milestones, ")
                    + ForecastRecord.ahead(part.horizon()),
                "%.0f of 100".formatted(100 * part.held().get(BY_PLACE)),
                Say.count(part.forecasts(), "forecast", "forecasts")))
        .toList();
  }

  static Date date(Project project, RefForecast forecast, Recalibration learned, LocalDate today) {
    LocalDate stated = forecast.statedAt(BY);
    long ahead = ChronoUnit.DAYS.between(today, stated);
    LocalDate corrected = forecast.statedAt(learned.about(true, ahead).level(BY));
    return new Date(
        project.name(),
        "/projects/" + project.key() + "/forecast",
        Dates.day(stated, today),
        Dates.day(corrected, today),
        CauseWords.days(ChronoUnit.DAYS.between(stated, corrected)));
  }

  static Row row(Version version, Version now, boolean may, ZoneId zone) {
    boolean inUse = version.number() == now.number();
    return new Row(
        "Version " + version.number(),
        "%s by %s".formatted(Dates.moment(version.madeAt(), zone), version.madeBy()),
        "%s of %s"
            .formatted(
                Say.count(version.correction().forecasts(), "forecast", "forecasts"),
                Say.count(version.ends(), "project or milestone", "projects and milestones")),
        inUse,
        may && !inUse ? version.number() : 0);
  }

  static Used use(Use use, ZoneId zone) {
    return new Used(
        Dates.moment(use.at(), zone),
        use.by(),
        use.version() == 0 ? "No correction" : "Version " + use.version());
  }
}
