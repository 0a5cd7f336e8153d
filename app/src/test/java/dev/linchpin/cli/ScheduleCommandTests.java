package dev.linchpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScheduleCommandTests {
  private static final String PLAN =
      """
      id,name,duration,predecessors,resources,start
      1,Design,3d,,Jon Bell,2027-01-11
      2,Build,5d,1,Jon Bell,
      3,Review,2d,1,Jon Bell,
      4,Live,0d,"2,3",,
      """;

  /// The longest way begins with the writing, but Eva is idle until Jon has packed.
  private static final String PACK_FIRST =
      """
      id,name,duration,predecessors,resources,start
      1,Write,5d,,Jon Bell,2027-01-11
      2,Print,1d,1,Eva Lund,
      3,Pack,1d,,Jon Bell,2027-01-11
      4,Move,4d,3,Eva Lund,
      5,Live,0d,"2,4",,
      """;

  @TempDir Path folder;

  /// What a command printed, and its exit code.
  private record Said(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @Test
  void eachTaskSaysWhyItDoesNotBeginEarlier() throws IOException {
    Said said = schedule(PLAN);

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("it ends on Friday 22 January 2027")
        .containsPattern("Task +Begins +Ends +Who +Why not earlier")
        .containsPattern("Design .* the project begins here")
        .containsPattern("Build .* Jon Bell +waits for Design")
        .containsPattern("Review .* Jon Bell does Build first");
  }

  @Test
  void programsGetTheSame() throws IOException {
    JsonNode answer = schedule(PLAN, "--json").json();
    JsonNode review = answer.get("tasks").get(2);

    assertThat(answer.get("finish").asString()).startsWith("2027-01-22T17:00");
    assertThat(review.get("name").asString()).isEqualTo("Review");
    assertThat(review.get("people").get(0).asString()).isEqualTo("Jon Bell");
    assertThat(review.get("because").asString()).isEqualTo("PERSON");
    assertThat(review.get("waitsFor").asString()).isEqualTo("Build");
    assertThat(review.get("start").asString()).startsWith("2027-01-21T08:00");
  }

  @Test
  void aSearchEndsEarlierWhereThatCanBe() throws IOException {
    JsonNode answer = schedule(PACK_FIRST, "--json", "--optimise", "1").json();

    assertThat(answer.get("unoptimised").asString()).startsWith("2027-01-22");
    assertThat(answer.get("finish").asString()).startsWith("2027-01-19");
  }

  @Test
  void aSearchThatFindsNothingSaysSo() throws IOException {
    assertThat(schedule(PLAN, "--optimise", "1").out())
        .contains("The search found none that ends earlier.");
  }

  @Test
  void whatIsFreeInARunningProjectIsNotHeldUp() throws IOException {
    assertThat(schedule(PLAN.replace("2027", "2026")).out())
        .containsPattern("Design .* nothing holds it up");
  }

  @Test
  void aFileThatIsNoPlanIsRefusedWithASentence() throws IOException {
    Said said = schedule("<html>");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void aSearchOfADayIsRefused() throws IOException {
    Said said = schedule(PLAN, "--optimise", "86400");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--optimise takes 0 to 3,600 seconds, not 86,400.");
  }

  private Said schedule(String plan, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.csv"), plan);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("schedule", file.toString(), "--as-of", "2027-01-11"));
    arguments.addAll(List.of(options));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Commands.line(Object.class)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }
}
