package dev.linchpin.bench.calibration;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.DateRatios;
import dev.linchpin.forecast.learn.DateRatios.Claim;
import dev.linchpin.forecast.learn.DateRatios.Ended;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.Scored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/*
 * Split: by project. A project's dates are forecast from the claims of other projects: of all
 * others in one directory, of all in the first where there are two.
 *
 * Marked are the weekly claims from the project's start to before its release; errors are shares of
 * the project's true length, and each project counts once.
 */
/// Landmark: end dates of commercial software projects, as their teams claimed them every week.
final class LandmarkDates implements BackTest {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yy");
  private static final String[] STAGES = {"0-25", "25-50", "50-75", "75-100"};

  @Override
  public String set() {
    return "landmark-estimates";
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    Map<ProjectId, List<Ended>> teachers = claims(train);
    Map<ProjectId, List<Ended>> wanted = train.equals(test) ? teachers : claims(test);
    Marks marks = new Marks(report, "end");
    SplittableRandom random = new SplittableRandom(1);
    wanted.forEach(
        (project, claims) -> mark(project, claims, others(teachers, project), marks, random));
    marks.print("all");
    marks.compare("all", "team-date");
    for (String stage : STAGES) {
      marks.print(stage);
    }
  }

  private static DateRatios others(Map<ProjectId, List<Ended>> teachers, ProjectId wanted) {
    return DateRatios.of(
        teachers.values().stream()
            .flatMap(List::stream)
            .filter(ended -> !ended.claim().project().equals(wanted))
            .toList());
  }

  private static void mark(
      ProjectId project,
      List<Ended> claims,
      DateRatios learned,
      Marks marks,
      SplittableRandom random) {
    for (Ended ended : claims) {
      Claim claim = ended.claim();
      double length = claim.passed() + ended.took();
      Sample ours = learned.remaining(claim).plus(claim.passed());
      Sample team = Sample.of(claim.passed() + claim.remaining());
      double progress = claim.passed() / (claim.passed() + Math.max(1, claim.remaining()));
      String stage = STAGES[Math.min(STAGES.length - 1, (int) (progress * STAGES.length))];
      double u = random.nextDouble();
      for (String at : List.of("all", stage)) {
        marks.add(at, Report.OURS, project.value(), Scored.of(ours, length, u).per(length));
        marks.add(at, "team-date", project.value(), Scored.of(team, length, u).per(length));
      }
    }
  }

  private static Map<ProjectId, List<Ended>> claims(Path folder) throws IOException {
    Map<ProjectId, List<Ended>> claims = new LinkedHashMap<>();
    for (NamedCsvRecord row : Table.read(folder, "weekly_estimates.csv")) {
      ProjectId project = new ProjectId(row.getField("Project Code"));
      LocalDate week = day(row, "Week End Date");
      LocalDate start = day(row, "Start Date");
      LocalDate release = day(row, "Actual Release");
      if (!week.isBefore(start) && week.isBefore(release)) {
        double passed = ChronoUnit.DAYS.between(start, week);
        double remaining = ChronoUnit.DAYS.between(week, day(row, "Est EndDate"));
        claims
            .computeIfAbsent(project, _ -> new ArrayList<>())
            .add(
                new Ended(
                    new Claim(project, passed, remaining), ChronoUnit.DAYS.between(week, release)));
      }
    }
    return claims;
  }

  private static LocalDate day(NamedCsvRecord row, String column) {
    return LocalDate.parse(row.getField(column), DAY);
  }
}
