package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.nio.charset.StandardCharsets;

class CsvPlanFuzzTests {
  @FuzzTest
  void anyTextGivesAPlanOrASentence(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    switch (new CsvPlan("plan.csv").read(text)) {
      case Read(PlanFile plan) ->
          assertThat(Converted.of(plan, new ProjectId("p")).plan().projects()).hasSize(1);
      case Refused no -> assertThat(no.message()).startsWith("plan.csv: ").endsWith(".");
    }
  }
}
