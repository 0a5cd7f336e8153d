package dev.linchpin.cli;

import dev.linchpin.platform.SystemTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line: picks the command and runs it.
@Command(
    name = "linchpin",
    description = "The go-to IT project manager: when will it be done, who is the go-to?",
    mixinStandardHelpOptions = true,
    version = "linchpin 0.1.0",
    footer = "%nWithout a command it serves: linchpin [--empty] [--port N] [--data DIR] [--db URL]")
public final class Commands implements Runnable {
  /// Exit code for input that cannot be used; the sentence says what to do.
  static final int UNUSABLE = 2;

  private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private Commands() {}

  /// Runs one command; the process ends with its exit code, or goes on while the server runs.
  ///
  /// @param application the Spring application that `serve` starts
  public static void run(Class<?> application, String[] args) {
    int code = line(application).execute(withCommand(args));
    if (code != Serve.GOES_ON) {
      System.exit(code);
    }
  }

  static CommandLine line(Class<?> application) {
    return new CommandLine(new Commands())
        .addSubcommand(new Serve(application))
        .addSubcommand(new ForecastCommand(SystemTime::today))
        .addSubcommand(new ScheduleCommand(SystemTime::today, SystemTime.clock()))
        .addSubcommand(new TokenCommand(SystemTime.clock()))
        .setExecutionExceptionHandler(Commands::say);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /// `linchpin --port 80` means `linchpin serve --port 80`.
  private static String[] withCommand(String[] args) {
    boolean serve = args.length == 0 || (args[0].startsWith("-") && !ABOUT.contains(args[0]));
    return serve
        ? Stream.concat(Stream.of("serve"), Stream.of(args)).toArray(String[]::new)
        : List.of(args).toArray(String[]::new);
  }

  private static int say(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println(Failure.of(problem));
    return UNUSABLE;
  }
}
