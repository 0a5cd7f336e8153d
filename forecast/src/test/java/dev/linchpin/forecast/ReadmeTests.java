package dev.linchpin.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.text.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The example of the README is the code below, so it compiles and runs.
@NullUnmarked
final class ReadmeTests {
  @Test
  void theExampleOfTheReadmeWorks() {
    Plan plan =
        PlanText.read(
            """
            start    Mon 2027-01-11
            person   jon away 2027-01-18..2027-01-22
            design   3d  by jon
            build    2d/5d/9d  by eva  after design
            order    elapsed 2w  after design
            go-live  0d  after build, order  deadline 2027-02-05
            """);
    LocalDateTime now = LocalDateTime.of(2027, 1, 11, 8, 0);

    Schedule schedule = Scheduler.schedule(plan, Interruptions.NONE, now);
    Schedule.Placed design = schedule.tasks().get(new TaskId("design"));
    String why = design.start() + " because of " + design.because();
    Duration toSpare = Planned.of(plan, Interruptions.NONE, now).slack().get(new TaskId("build"));

    Outcome outcome =
        Forecaster.forecast(
            new Forecaster.Question(
                plan, Interruptions.NONE, History.NONE, now, 10_000, new Seed(1)));
    Spread goLive = outcome.forecast().tasks().get(new TaskId("go-live")).finish();
    String answer = "by " + goLive.by() + ", likely " + goLive.likely();
    List<Finding> odd = outcome.findings();

    assertThat(why).isEqualTo("2027-01-11T08:00 because of PROJECT_START");
    assertThat(toSpare).isPositive();
    assertThat(answer).matches("by 2027-\\d\\d-\\d\\d, likely 2027-\\d\\d-\\d\\d");
    assertThat(odd).extracting(Finding::code).contains(Finding.Code.LITTLE_KNOWN);
  }

  @Test
  void theExampleIsWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String example = readme.split("```java")[1].split("```")[0];
    String source =
        Files.readString(Path.of("src/test/java/dev/linchpin/forecast/ReadmeTests.java"));
    assertThat(source.replaceAll("\\s", "")).contains(example.replaceAll("\\s", ""));
  }
}
