package dev.linchpin.cli;

import dev.linchpin.forecast.Seed;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command about a plan file may be asked, and how it answers.
final class PlanFileOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(names = "--seed", description = "same seed, same answer (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--as-of", paramLabel = "DATE", description = "the day to see it from (today)")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "for programs")
  private boolean json;

  Seed seed() {
    return new Seed(seed);
  }

  LocalDate day(Supplier<LocalDate> today) {
    return asOf == null ? today.get() : asOf;
  }

  int answer(Supplier<String> forPrograms, Supplier<String> forPeople) {
    print((json ? forPrograms : forPeople).get());
    return 0;
  }

  void print(String words) {
    var out = spec.commandLine().getOut();
    out.println(words);
    out.flush();
  }

  int refuse(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return Commands.UNUSABLE;
  }
}
