package dev.linchpin.cli;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.helpdesk.Assumptions;
import dev.linchpin.helpdesk.InterruptionModel;
import dev.linchpin.helpdesk.InterruptionModel.Taken;
import dev.linchpin.helpdesk.InterruptionModel.Unmatched;
import dev.linchpin.helpdesk.TicketCsv;
import dev.linchpin.helpdesk.TicketFile;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.PlanForecast;
import dev.linchpin.planning.Reruns;
import dev.linchpin.planning.Reruns.Rerun;
import dev.linchpin.planning.planfile.Converted;
import dev.linchpin.planning.planfile.PlanFile;
import dev.linchpin.planning.planfile.PlanFiles;
import dev.linchpin.planning.planfile.ReadLimits;
import dev.linchpin.planning.planfile.ReadResult;
import dev.linchpin.platform.Migrations;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers for one plan file, without a server.
@Command(
    name = "forecast",
    description = "Says when the milestones of a plan file will be reached, and how sure that is.",
    mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {
  private static final int RUNS_USUAL = 2_000;

  private final Supplier<LocalDate> today;

  @Mixin private final PlanFileOptions asked = new PlanFileOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "PLAN_FILE",
      description = "MS Project (.mpp, .xml), Primavera (.xer, .xml), Planner, ProTrack, CSV")
  private @Nullable Path file;

  @Option(
      names = "--kept",
      paramLabel = "NUMBER",
      description =
          "runs a forecast that the server kept again, and says whether it is the same to the"
              + " minute")
  private @Nullable Long kept;

  @Option(names = "--data", paramLabel = "DIR", description = "with --kept: the server's folder")
  private @Nullable Path data;

  @Option(names = "--db", paramLabel = "URL", description = "with --kept: its own PostgreSQL")
  private @Nullable String db;

  @Option(
      names = "--tickets",
      paramLabel = "CSV",
      description = "ticket history of the help desk that takes the same people's time")
  private @Nullable Path tickets;

  @Option(names = "--runs", description = "how often the plan is simulated (${DEFAULT-VALUE})")
  private int runs = RUNS_USUAL;

  ForecastCommand(Supplier<LocalDate> today) {
    this.today = today;
  }

  @Override
  public Integer call() {
    if (kept != null) {
      return again(kept);
    }
    if (file == null) {
      return asked.refuse("Name a plan file, or a kept forecast with --kept NUMBER.");
    }
    return switch (PlanFiles.read(file, ReadLimits.USUAL)) {
      case ReadResult.Refused no -> asked.refuse(no.message());
      case ReadResult.Read yes -> answer(yes.file());
    };
  }

  /// Exit code 1 says that it is not the same.
  private int again(long number) {
    try (JdbcAddress.Held held = Home.database(data, db)) {
      JdbcAddress address = held.address();
      var source = new DriverManagerDataSource(address.url(), address.user(), address.password());
      Migrations.run(source);
      Optional<Rerun> rerun = new Reruns(new Forecasts(JdbcClient.create(source))).again(number);
      if (rerun.isEmpty()) {
        return asked.refuse("There is no forecast %d in this database.".formatted(number));
      }
      asked.print(rerun.get().words());
      return rerun.get().isSame() ? 0 : 1;
    }
  }

  private int answer(PlanFile plan) {
    Converted converted = Converted.of(plan, new ProjectId("plan"));
    var interruptions = Interruptions.NONE;
    List<Finding> found = new ArrayList<>(converted.findings());
    if (tickets != null) {
      switch (TicketCsv.read(tickets)) {
        case TicketFile.Refused no -> {
          return asked.refuse(no.sentence());
        }
        case TicketFile.Read yes -> {
          Taken taken = taken(yes, converted);
          interruptions = taken.interruptions();
          found.addAll(taken.findings());
        }
      }
    }
    LocalDate day = asked.day(today);
    PlanForecast forecast =
        PlanForecast.of(converted.plan(), interruptions, day.atStartOfDay(), runs, asked.seed());
    found.addAll(forecast.findings());
    var answer = new ForecastAnswer(plan.name(), converted, forecast, found);
    return asked.answer(answer::json, answer::text);
  }

  private static Taken taken(TicketFile.Read read, Converted converted) {
    return InterruptionModel.of(read.history(), Assumptions.USUAL)
        .forPeople(converted.plan().people(), converted.plan().calendars(), Unmatched.AVERAGE);
  }
}
