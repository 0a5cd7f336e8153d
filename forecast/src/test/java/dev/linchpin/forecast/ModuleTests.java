package dev.linchpin.forecast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ModuleTests {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.linchpin.forecast");

  private static final ArchRule READS_NO_CLOCK_AND_ROLLS_NO_DICE =
      noClasses()
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

  @Test
  void theModuleNeedsNothingButJava() {
    assertThat(MODULE.size()).isGreaterThan(60);
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "dev.linchpin.forecast..")
        .check(MODULE);
  }

  @Test
  void theModuleReadsNoClockAndRollsNoDice() {
    READS_NO_CLOCK_AND_ROLLS_NO_DICE.check(MODULE);
  }

  @Test
  void theRuleFindsWhatItForbids() {
    JavaClasses seeded = new ClassFileImporter().importClasses(Seeded.class);
    assertThat(READS_NO_CLOCK_AND_ROLLS_NO_DICE.evaluate(seeded).hasViolation()).isTrue();
  }

  /// Does what the module must not.
  static final class Seeded {
    final long now = System.nanoTime();
  }
}
