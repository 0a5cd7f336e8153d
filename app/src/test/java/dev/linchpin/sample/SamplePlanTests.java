package dev.linchpin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.sample.SamplePlan.Kind;
import dev.linchpin.sample.SamplePlan.Line;
import org.junit.jupiter.api.Test;

class SamplePlanTests {
  @Test
  void linesAreNumberedInTheirOrder() {
    SamplePlan plan = SamplePlan.read("NET");

    assertThat(plan.goTo()).isEqualTo("Jon Bell");
    assertThat(plan.lines()).extracting(Line::number).doesNotHaveDuplicates();
    assertThat(plan.lines().getFirst().kind()).isEqualTo(Kind.HEADING);
    assertThat(plan.lines().get(1).number()).isEqualTo(2);
    assertThat(plan.lines().get(2).after()).containsExactly(2);
    assertThat(plan.lines()).filteredOn(line -> line.kind() == Kind.MILESTONE).isNotEmpty();
  }

  @Test
  void everyTaskWaitsForTasksThatAreThere() {
    for (String key : SampleProjects.KEYS) {
      SamplePlan plan = SamplePlan.read(key);
      assertThat(plan.lines())
          .allSatisfy(line -> assertThat(line.after()).allMatch(before -> before < line.number()));
    }
  }

  @Test
  void aShareOfAPersonIsRead() {
    assertThat(SamplePlan.read("SRV").lines())
        .flatExtracting(Line::people)
        .contains(new SamplePlan.Share("Jon Bell", 50));
  }
}
