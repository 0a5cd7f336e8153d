package dev.linchpin.look;

import dev.linchpin.App;
import dev.linchpin.TestDatabases;
import dev.linchpin.access.Email;
import dev.linchpin.access.Setup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The application as a newcomer starts it, on a fresh database and a free port.
///
/// @param address without a slash at the end
/// @param setup the one address that makes the first account
public record SampleServer(
    ServletWebServerApplicationContext application, String address, String setup)
    implements AutoCloseable {
  public static final String NAME = "Sam Okafor";
  public static final String EMAIL = "sam.okafor@lakeside.example";
  public static final String PASSWORD = "the switches came on a tuesday";

  /// @param sample whether the sample organisation is in it
  public static SampleServer start(boolean sample) {
    return start(sample, new SpringApplication(App.class));
  }

  /// The sample organisation at another moment; its clock goes on from there.
  public static SampleServer at(Instant moment) {
    var spring = new SpringApplication(App.class);
    Duration ahead = Duration.between(InstantSource.system().instant(), moment);
    InstantSource clock = Clock.offset(Clock.systemUTC(), ahead);
    spring.addInitializers((GenericApplicationContext context) ->
        context.registerBean(
            "clockOfTheTest", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)));
    return start(true, spring);
  }

  private static SampleServer start(boolean sample, SpringApplication spring) {
    spring.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "spring.profiles.active",
            "samples",
            "linchpin.sample",
            sample,
            "linchpin.db",
            TestDatabases.url(TestDatabases.fresh())));
    var application = (ServletWebServerApplicationContext) spring.run();
    int port = Objects.requireNonNull(application.getWebServer()).getPort();
    String setup = application.getBean(Setup.class).openAddressPath().orElse("/sign-in");
    return new SampleServer(application, "http://localhost:" + port, setup);
  }

  /// Makes the admin without the set-up page.
  public void makeAdmin() {
    var _ =
        application
            .getBean(Setup.class)
            .use(setup.substring(setup.lastIndexOf('/') + 1), NAME, new Email(EMAIL), PASSWORD)
            .orElseThrow();
  }

  @Override
  public void close() {
    application.close();
  }
}
