package dev.linchpin.cli;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Planned;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.planning.planfile.Converted;
import dev.linchpin.planning.planfile.PlanFile;
import dev.linchpin.planning.planfile.PlanFiles;
import dev.linchpin.planning.planfile.ReadLimits;
import dev.linchpin.planning.planfile.ReadResult;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Levels one plan file, without a server.
@Command(
    name = "schedule",
    description = "Places the tasks of a plan file: nobody does two things at once.",
    mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {
  private static final int SECONDS_MAX = 3_600;

  private final Supplier<LocalDate> today;
  private final InstantSource clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PLAN_FILE",
      description = "MS Project (.mpp, .xml), Primavera (.xer, .xml), Planner, ProTrack, CSV")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path file;

  @Mixin private final PlanFileOptions asked = new PlanFileOptions();

  @Option(
      names = "--optimise",
      paramLabel = "SECONDS",
      description = "look that long for a schedule that ends earlier (not at all)")
  private int seconds;

  ScheduleCommand(Supplier<LocalDate> today, InstantSource clock) {
    this.today = today;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (seconds < 0 || seconds > SECONDS_MAX) {
      throw new ParameterException(
          spec.commandLine(),
          "--optimise takes 0 to %,d seconds, not %,d.".formatted(SECONDS_MAX, seconds));
    }
    return switch (PlanFiles.read(file, ReadLimits.USUAL)) {
      case ReadResult.Refused no -> asked.refuse(no.message());
      case ReadResult.Read yes -> {
        ScheduleAnswer answer = answer(yes.file());
        yield asked.answer(answer::json, answer::text);
      }
    };
  }

  private ScheduleAnswer answer(PlanFile plan) {
    Converted converted = Converted.of(plan, new ProjectId("plan"));
    LocalDate day = asked.day(today);
    Planned placed = Planned.of(converted.plan(), Interruptions.NONE, day.atStartOfDay());
    Schedule first = placed.schedule();
    Schedule schedule = seconds == 0 ? first : placed.improved(effort()).schedule();
    List<Finding> findings = new ArrayList<>(converted.findings());
    findings.addAll(schedule.findings());
    return new ScheduleAnswer(plan.name(), day, converted, first, seconds > 0, schedule, findings);
  }

  private Effort effort() {
    Instant end = clock.instant().plusSeconds(seconds);
    return new Effort(Integer.MAX_VALUE, asked.seed(), () -> clock.instant().isAfter(end));
  }
}
