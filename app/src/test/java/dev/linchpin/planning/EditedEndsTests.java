package dev.linchpin.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Who edits again sees a date before all of the forecast is there.
class EditedEndsTests {
  private final EditedEnds ends = new EditedEnds();

  @Test
  void whatIsSeenForTheFirstTimeWasNotEdited() {
    assertThat(ends.after(plan(5, 5))).isEmpty();
  }

  @Test
  void theFirstEditOnlyMakesItsProjectKnown() {
    keep(plan(5, 5));
    assertThat(ends.after(plan(8, 5))).isEmpty();
  }

  @Test
  void theNextEditHasTheDateOfTheWholeForecastAndNoOtherProjectIsLookedAt() {
    keep(plan(5, 5));
    keep(plan(8, 5));
    Question edited = plan(20, 5);
    Spread whole =
        Objects.requireNonNull(
            Forecaster.forecast(edited).forecast().projects().get(new ProjectId("NET")));
    assertThat(ends.after(edited)).containsOnlyKeys("NET").containsEntry("NET", whole.by());
  }

  private void keep(Question question) {
    ends.keep(question, Forecaster.forecast(question).forecast().projects());
  }

  /// As few runs as are played at least, so that all of them are.
  private static Question plan(int net, int crm) {
    return new Question(
        PlanText.read(
            "start 2027-01-11\nproject NET\nn %dd by jon\nproject CRM\nc %dd by jon"
                .formatted(net, crm)),
        Interruptions.NONE,
        History.NONE,
        LocalDateTime.of(2027, 1, 11, 8, 0),
        128,
        new Seed(3));
  }
}
