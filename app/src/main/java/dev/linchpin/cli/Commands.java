package dev.linchpin.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: picks the command and runs it.
@Command(
    name = "linchpin",
    description = "The go-to IT project manager: when will it be done, who is the go-to?",
    mixinStandardHelpOptions = true,
    version = "linchpin 0.1.0")
public final class Commands {
  private Commands() {}

  /// Runs one command; the process ends with its exit code, or goes on while the server runs.
  ///
  /// @param application the Spring application that `serve` starts
  public static void run(Class<?> application, String[] args) {
    var line = new CommandLine(new Commands()).addSubcommand("serve", new Serve(application));
    int code = line.execute(args.length == 0 ? new String[] {"serve"} : args);
    if (code != Serve.GOES_ON) {
      System.exit(code);
    }
  }
}
