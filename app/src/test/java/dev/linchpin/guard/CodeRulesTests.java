package dev.linchpin.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/// Rules about code that javac cannot check. Each has a seeded offender it must find.
class CodeRulesTests {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.linchpin");
  private static final JavaClasses SEEDED =
      new ClassFileImporter().importPackages("dev.linchpin.guard.seeded");

  private static final ArchRule CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.linchpin.platform..")
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("time is an argument: the clock is read at the edge");

  private static final ArchRule PAGES =
      classes()
          .that()
          .areAnnotatedWith(Controller.class)
          .or()
          .areAnnotatedWith(RestController.class)
          .should()
          .bePackagePrivate()
          .because("nobody calls a page but its address");

  private static final ArchRule NO_JAVA_SERIALISATION =
      noClasses()
          .should()
          .callConstructor(java.io.ObjectInputStream.class, java.io.InputStream.class)
          .because("what comes from outside is never deserialised");

  private static final ArchRule NO_OPEN_QUERY =
      noClasses()
          .should()
          .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
          .because("an open stream keeps its connection, and twelve are all there are: list()");

  @Test
  void thereIsSomethingToGuard() {
    assertThat(OURS).hasSizeGreaterThan(100);
    assertThat(SEEDED).isNotEmpty();
  }

  @Test
  void theClockIsReadAtTheEdgeOnly() {
    CLOCK.check(OURS);
    assertFinds(CLOCK);
  }

  @Test
  void pagesArePackagePrivate() {
    PAGES.check(OURS);
    assertFinds(PAGES);
  }

  @Test
  void nothingIsDeserialised() {
    NO_JAVA_SERIALISATION.check(OURS);
    assertFinds(NO_JAVA_SERIALISATION);
  }

  @Test
  void noQueryIsLeftOpen() {
    NO_OPEN_QUERY.check(OURS);
    assertFinds(NO_OPEN_QUERY);
  }

  private static void assertFinds(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(SEEDED)).isInstanceOf(AssertionError.class);
  }
}
