package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.linchpin.helpdesk.ColumnMapping.TimeUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TicketFuzzTests {
  @FuzzTest(maxDuration = "30s")
  void anyFileIsReadOrRefused(byte[] bytes) throws IOException {
    Path file = TicketText.file(bytes);
    try {
      switch (TicketCsv.read(file)) {
        case TicketFile.Refused no -> assertThat(no.sentence()).isNotBlank();
        case TicketFile.Read yes ->
            assertThat(InterruptionModel.of(yes.history(), Assumptions.USUAL).summary())
                .isNotBlank();
      }
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest(maxDuration = "30s")
  void anyTextIsADateOrALengthOfTimeOrNeither(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    for (DateOrder order : DateOrder.values()) {
      order.read(text, null);
    }
    var time = DurationText.read(text, TimeUnit.HOURS);
    assertThat(time == null || !time.isNegative()).isTrue();
  }
}
