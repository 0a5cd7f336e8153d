package dev.linchpin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
  private final ApplicationModules modules = ApplicationModules.of(App.class);

  @Test
  void theseAreTheModules() { // an empty model would pass every other rule
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrder(
            "access",
            "answers",
            "cli",
            "directory",
            "forecast",
            "helpdesk",
            "messaging",
            "planning",
            "platform",
            "reports",
            "sample",
            "web");
  }

  @Test
  void modulesTouchOnlyWhatTheyDeclare() {
    modules.verify();
  }
}
