package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading through the process that plan files get of their own.
class PlanFilesTests {
  private static final String TABLE = "id;name;duration;predecessors\n1;Order;2d;\n2;Install;1d;1";

  @TempDir Path folder = Path.of("");

  @Test
  void aPlanComesThroughTheReadingProcessAsItWasRead() throws IOException {
    Path file = write("plan.csv", TABLE);

    assertThat(PlanFiles.read(file, ReadLimits.USUAL))
        .isEqualTo(new CsvPlan("plan.csv").read(TABLE))
        .isInstanceOf(Read.class);
  }

  @Test
  void aMissingFileAFolderAndAnEmptyFileAreRefusedInOneSentence() throws IOException {
    assertThat(refusal(folder.resolve("none.mpp"))).isEqualTo("not-found");
    assertThat(refusal(folder)).isEqualTo("folder");
    assertThat(refusal(write("empty.mpp", ""))).isEqualTo("empty");
  }

  @Test
  void aReaderThatTakesTooLongIsEnded() throws IOException {
    var limits = ReadLimits.USUAL.withTime(Duration.ofMillis(1));

    assertThat(PlanFiles.read(write("plan.csv", TABLE), limits))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.code()).isEqualTo("too-slow"));
  }

  private static String refusal(Path file) {
    return PlanFiles.read(file, ReadLimits.USUAL) instanceof Refused no ? no.code() : "read";
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
