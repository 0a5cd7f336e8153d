package dev.linchpin;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.ApplicationModuleInformation;
import org.springframework.modulith.core.JavaPackage;
import org.springframework.modulith.core.NamedInterfaces;

/// The engine knows no Spring, so it cannot say itself which of its packages others may use:
/// `learn`, `load` and `score`, as `forecast :: load`. All other modules say it themselves.
public final class EngineParts implements ApplicationModuleDetectionStrategy {
  private static final String ENGINE = "dev.linchpin.forecast";

  @Override
  public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
    return ApplicationModuleDetectionStrategy.directSubPackage().getModuleBasePackages(root);
  }

  @Override
  public NamedInterfaces detectNamedInterfaces(
      JavaPackage base, ApplicationModuleInformation module) {
    return base.getName().equals(ENGINE)
        ? NamedInterfaces.builder(base).recursive().matching("learn", "load", "score").build()
        : NamedInterfaces.of(base, module);
  }
}
