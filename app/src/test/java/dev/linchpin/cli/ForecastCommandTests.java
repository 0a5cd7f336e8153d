package dev.linchpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastCommandTests {
  private static final String PLAN =
      """
      id,name,duration,predecessors,resources,start
      1,Design,3d,,Jon Bell,2027-01-11
      2,Build,5d,1,Jon Bell,
      3,Order,9d,1,Marta Ruiz,
      4,Live,0d,"2,3",,
      """;

  @TempDir Path folder;

  /// What a command printed, and its exit code.
  private record Said(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @Test
  void aPlanFileGivesItsMilestonesAndItsFinish() throws IOException {
    JsonNode answer = forecast("--as-of", "2027-01-11", "--json").json();

    assertThat(answer.get("asOf").asString()).isEqualTo("2027-01-11");
    assertThat(answer.get("milestones").get(0).get("name").asString()).isEqualTo("Live");
    LocalDate earliest = LocalDate.parse(answer.at("/finish/earliest").asString());
    LocalDate by = LocalDate.parse(answer.at("/finish/by").asString());
    LocalDate late = LocalDate.parse(answer.at("/finish/late").asString());
    assertThat(by).isAfter(earliest).isBeforeOrEqualTo(late);
    assertThat(answer.at("/finish/chance").asDouble()).isBetween(0.8, 1.0);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() throws IOException {
    Said once = forecast("--as-of", "2027-01-11", "--json", "--seed", "7");

    assertThat(forecast("--as-of", "2027-01-11", "--json", "--seed", "7")).isEqualTo(once);
    assertThat(forecast("--as-of", "2027-01-11", "--json", "--seed", "8").out())
        .isNotEqualTo(once.out());
  }

  @Test
  void ticketsOfTheSamePeopleMakeItLater() throws IOException {
    LocalDate without = by(forecast("--as-of", "2027-01-11", "--json"));
    LocalDate with = by(forecast("--as-of", "2027-01-11", "--json", "--tickets", busyJon()));

    assertThat(with).isAfter(without);
  }

  @Test
  void peopleReadASentenceFirst() throws IOException {
    assertThat(forecast("--as-of", "2027-01-11").out())
        .contains("It will most likely be done by")
        .contains("in 10")
        .contains("Live");
  }

  @Test
  void aFileThatIsNoPlanIsASentenceAndExitCodeTwo() throws IOException {
    Path picture = Files.write(folder.resolve("cat.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    Said said = say("forecast", picture.toString(), "--json");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("cat.png").doesNotContain("Exception");
  }

  @Test
  void aFileThatIsNotThereIsASentence() {
    Said said = say("forecast", folder.resolve("gone.mpp").toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("gone.mpp").doesNotContain("Exception");
  }

  @Test
  void tooManyRunsAreASentence() throws IOException {
    Said said = forecast("--runs", "0");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("1 to 100,000 runs");
  }

  private static LocalDate by(Said said) {
    return LocalDate.parse(said.json().at("/finish/by").asString());
  }

  private String busyJon() throws IOException {
    var csv = new StringBuilder("number,title,opened,resolved,assignee,time spent (minutes)\n");
    LocalDate monday = LocalDate.of(2026, 10, 5);
    for (int day = 0; day < 70; day++) {
      LocalDate date = monday.plusDays(day);
      if (date.getDayOfWeek().getValue() <= 5) {
        csv.append("%d,Printer,%s 09:00,%s 13:00,Jon Bell,240\n".formatted(1000 + day, date, date));
      }
    }
    return Files.writeString(folder.resolve("tickets.csv"), csv).toString();
  }

  private Said forecast(String... more) throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.csv"), PLAN);
    String[] args = new String[more.length + 2];
    args[0] = "forecast";
    args[1] = plan.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return say(args);
  }

  private static Said say(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line = Commands.line(Object.class);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = line.execute(args);
    return new Said(code, out.toString(), err.toString());
  }
}
