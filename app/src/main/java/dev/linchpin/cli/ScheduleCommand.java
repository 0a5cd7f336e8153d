package dev.linchpin.cli;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.forecast.Seed;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--optimise",
      paramLabel = "SECONDS",
      description = "look that long for a schedule that ends earlier (not at all)")
  private int seconds;

  @Option(names = "--seed", description = "where chance comes from (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--as-of", paramLabel = "DATE", description = "the day to see it from (today)")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "for programs")
  private boolean json;

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
      case ReadResult.Refused no -> {
        spec.commandLine().getErr().println(no.message());
        yield Commands.UNUSABLE;
      }
      case ReadResult.Read yes -> {
        print(answer(yes.file()));
        yield 0;
      }
    };
  }

  private ScheduleAnswer answer(PlanFile plan) {
    Converted converted = Converted.of(plan, new ProjectId("plan"));
    LocalDate day = asOf == null ? today.get() : asOf;
    Schedule first = schedule(converted, day, Effort.passes(1));
    Schedule schedule = seconds == 0 ? first : schedule(converted, day, effort());
    List<Finding> findings = new ArrayList<>(converted.findings());
    findings.addAll(schedule.findings());
    return new ScheduleAnswer(plan.name(), day, converted, first, schedule, findings);
  }

  private static Schedule schedule(Converted converted, LocalDate day, Effort effort) {
    return Scheduler.schedule(converted.plan(), Interruptions.NONE, day.atStartOfDay(), effort);
  }

  private Effort effort() {
    Instant end = clock.instant().plusSeconds(seconds);
    return new Effort(Integer.MAX_VALUE, new Seed(seed), () -> clock.instant().isAfter(end));
  }

  private void print(ScheduleAnswer answer) {
    var out = spec.commandLine().getOut();
    out.println(json ? answer.json() : answer.text());
    out.flush();
  }
}
