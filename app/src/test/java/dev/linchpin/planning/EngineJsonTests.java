package dev.linchpin.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.learn.Recalibration;
import dev.linchpin.forecast.text.PlanText;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineJsonTests {
  @Test
  void whatIsKeptReadsBackTheSame() {
    Question question =
        question(
            """
            start    Mon 2027-01-11
            person   jon knows linux 3 absent 0.5 a year 20d
            person   eva absent usual
            window   prod "Production" Sat 20:00..Sun 06:00, 2027-02-12..2027-02-13 lead 5d
            freeze   "Year end" 2027-12-15..2028-01-06
            patch    4h needs linux level 2 50% within prod splittable
            promise  task patch by 2027-03-01 weight 5 hard
            promise  project plan by 2027-03-01
            risk     late 30% delays patch elapsed 2d/4d/9d adds patch 1h costs 500 together vendor
            growth   0%/10%/40%
            rate     jon 90.50
            item     "Disk" 800/900/1200
            """);
    assertThat(EngineJson.question(EngineJson.bytes(question))).isEqualTo(question);
  }

  @Test
  void whatAnOlderReleaseKeptIsStillRead() {
    Question question = question("start Mon 2027-01-11\na 1d by jon\nb 2d after a");
    String json = new String(EngineJson.bytes(question), UTF_8);
    String older =
        json.replaceAll(
                ",\"(needs|within|knows|windows|promises|risks|growth|rates|items)\":\\[]", "")
            .replaceAll(",\"splittable\":false", "")
            .replaceAll(",\"absence\":\\{[^}]*\\}", "");
    assertThat(older)
        .isNotEqualTo(json)
        .doesNotContain("splittable", "needs", "promises", "absence");
    assertThat(EngineJson.question(older.getBytes(UTF_8))).isEqualTo(question);
  }

  private static final List<Double> HELD = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.85);

  private static Question question(String plan) {
    return new Question(
        PlanText.read(plan),
        Interruptions.NONE,
        History.NONE,
        LocalDateTime.of(2027, 1, 11, 8, 0),
        100,
        new Seed(1),
        new Recalibration(2, 60, HELD, List.of(new Recalibration.Part(true, 1, 30, HELD))));
  }
}
