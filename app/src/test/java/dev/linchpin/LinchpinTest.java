package dev.linchpin;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// The whole application on a random port and a database of its own; one for all tests that say so,
/// so each test makes its own data and expects that of others.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = App.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = LinchpinTest.OwnDatabase.class)
public @interface LinchpinTest {

  /// Points the application at a fresh database.
  final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, "linchpin.db=" + TestDatabases.url(TestDatabases.fresh()));
    }
  }
}
