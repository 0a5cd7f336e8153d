package dev.linchpin.cli;

import dev.linchpin.access.Role;
import dev.linchpin.access.Tokens;
import dev.linchpin.platform.Migrations;
import dev.linchpin.platform.postgres.JdbcAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// API tokens from the command line.
@Command(name = "token", description = "Makes API tokens.", mixinStandardHelpOptions = true)
final class TokenCommand {
  private final InstantSource clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  TokenCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Command(
      name = "create",
      description = "Prints a new API token, once. Works beside a running server.",
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "NAME", description = "what it is for") String name,
      @Option(
              names = "--role",
              required = true,
              description =
                  "admin, project-manager, sme, help-desk-agent, stakeholder, sponsor,"
                      + " auditor")
          String role,
      @Option(names = "--days", defaultValue = "90", description = "how long it works: 1 to 365")
          int days,
      @Option(names = "--data", paramLabel = "DIR", description = "the server's folder (data)")
          @Nullable Path data,
      @Option(names = "--db", paramLabel = "URL", description = "the server's own PostgreSQL")
          @Nullable String db) {
    Role known = role(role);
    try (JdbcAddress.Held held = Home.database(data, db)) {
      JdbcAddress address = held.address();
      var source = new DriverManagerDataSource(address.url(), address.user(), address.password());
      Migrations.run(source);
      var tokens = new Tokens(JdbcClient.create(source), clock, new SecureRandom());
      String token = tokens.create(name, known, Duration.ofDays(days), "command line");
      spec.commandLine().getOut().println(token);
      return 0;
    }
  }

  private static Role role(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    for (Role role : Role.values()) {
      if (role.name().equals(name)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "There is no role “%s”. Choose admin, project-manager, sme, help-desk-agent, stakeholder,"
                .formatted(text)
            + " sponsor or auditor.");
  }
}
