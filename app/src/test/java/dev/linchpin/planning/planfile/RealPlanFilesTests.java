package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Task;
import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that real tools wrote, against what an index of the same files says about them.
class RealPlanFilesTests {
  /// The index took these dates from the file's properties, where tasks lie before or after them.
  private static final Set<String> TASKS_OUTSIDE_PROPERTIES =
      Set.of(
          "calendar-exception-precedence-monthly.mpp",
          "calendar-exception-precedence-weekly.mpp",
          "calendar-exception-precedence-yearly.mpp",
          "generated__assignment-assignments__assignment-assignments-project2002-mspdi.xml",
          "generated__assignment-assignments__assignment-assignments-project2003-mspdi.xml",
          "generated__assignment-assignments__assignment-assignments-project2007-mspdi.xml",
          "generated__assignment-assignments__assignment-assignments-project2010-mspdi.xml",
          "generated__assignment-assignments__assignment-assignments-project2013-mspdi.xml",
          "generated__assignment-assignments__assignment-assignments-project2016-mspdi.xml",
          "generated__assignment-assignments__assignment-assignments-project2019-mspdi.xml",
          "legacy__sample1.mpx");

  @TempDir Path folder = Path.of("");

  @Test
  void everyPlanHoldsWhatTheIndexSays() throws IOException {
    Path data = Corpus.data();
    var files = new LinkedHashMap<String, Path>();
    for (String archive : Corpus.PLAN_ARCHIVES) {
      Corpus.unpacked(data.resolve("plan-files").resolve(archive), folder)
          .forEach((name, file) -> files.put(archive + name, file));
    }
    var differences = new ArrayList<String>();
    for (Map<String, String> row : Corpus.index(data)) {
      String name = row.getOrDefault("file", "");
      Path file = Objects.requireNonNull(files.get(row.get("archive") + name), name);
      String read = read(file, name);
      String expected = expected(row, name, read);
      if (!read.equals(expected)) {
        differences.add(name + "\n   index " + expected + "\n   read  " + read);
      }
    }
    assertThat(files).hasSize(176);
    assertThat(differences).isEmpty();
  }

  @Test
  void everyPlanOfTheProjectLibraryIsRead() throws IOException {
    Path data = Corpus.data();
    Path archive = data.resolve("mpsplib/instances_mpp.zip");
    for (var file : Corpus.unpacked(archive, folder).entrySet()) {
      assertThat(read(file.getValue(), file.getKey())).contains("leaves");
    }
  }

  @Test
  void everyProTrackPlanHoldsTheActivitiesGroupsRelationsAndDatesOfItsTables() throws IOException {
    Path data = Corpus.data();
    Map<String, Map<String, String>> projects = Corpus.table(data.resolve("dslib/projects.csv"));
    var differences = new ArrayList<String>();
    for (var file : Corpus.unpacked(data.resolve("dslib/p2x.zip"), folder).entrySet()) {
      Map<String, String> row = projects.getOrDefault(file.getKey().substring(0, 8), Map.of());
      PlanFile plan = plan(file.getValue(), file.getKey());
      String read =
          plan.leaves().size()
              + (" activities " + (plan.items().size() - plan.leaves().size()))
              + (" groups " + plan.relations().size())
              + (" relations " + plan.resources().size())
              + (" resources " + plan.start() + " " + plan.finish());
      String expected =
          row.get("activities")
              + (" activities " + row.get("groups"))
              + (" groups " + row.get("relations"))
              + (" relations " + row.get("resources"))
              + (" resources " + row.get("planned_start") + " " + row.get("planned_finish"));
      if (!read.equals(expected)) {
        differences.add(file.getKey() + "\n   table " + expected + "\n   read  " + read);
      }
    }
    assertThat(differences).isEmpty();
  }

  private PlanFile plan(Path file, String name) {
    return switch (PlanFileParser.parse(file, name, ReadLimits.USUAL, folder)) {
      case Read(PlanFile plan) -> {
        check(plan);
        yield plan;
      }
      case Refused no -> throw new AssertionError(no.message());
    };
  }

  private String read(Path file, String name) {
    return switch (PlanFileParser.parse(file, name, ReadLimits.USUAL, folder)) {
      case Refused no -> no.code();
      case Read(PlanFile plan) -> {
        check(plan);
        yield plan.items().size()
            + (" tasks " + plan.leaves().size())
            + (" leaves " + plan.resources().size())
            + (" resources " + plan.assignments())
            + (" assignments " + plan.relations().size())
            + (" links " + plan.calendars().size() + " calendars ")
            + (TASKS_OUTSIDE_PROPERTIES.contains(name) ? "" : plan.start() + "-" + plan.finish());
      }
    };
  }

  private static void check(PlanFile plan) {
    Converted converted = Converted.of(plan, new ProjectId("p"));
    assertThat(converted.plan().tasks()).extracting(Task::id).doesNotHaveDuplicates();
    assertThat(converted.plan().tasks())
        .filteredOn(task -> !Converted.isBoundary(task.id()))
        .hasSize((int) plan.leaves().stream().filter(i -> !i.is(PlanFile.Mark.INACTIVE)).count());
    assertThat(converted.items()).hasSize(converted.plan().tasks().size());
  }

  private static String expected(Map<String, String> row, String name, String read) {
    if (name.endsWith(".tjp") || name.endsWith(".tji")) {
      return "other-format";
    }
    if (name.equals("sample.de.mpx")) { // the index was made without trying German
      return "20 tasks 16 leaves 2 resources 2 assignments 6 links 4 calendars"
          + " 2003-01-07T00:00-2003-03-18T00:00";
    }
    // The index counts the line of the plan itself as a leaf when there is nothing below it.
    boolean bare = "1".equals(row.get("tasks")) && read.startsWith("1 tasks 0 leaves");
    return row.get("tasks")
        + (" tasks " + (bare ? "0" : row.get("leaf_tasks")))
        + (" leaves " + row.get("resources"))
        + (" resources " + row.get("assignments"))
        + (" assignments " + row.get("links"))
        + (" links " + row.get("calendars") + " calendars ")
        + (TASKS_OUTSIDE_PROPERTIES.contains(name)
            ? ""
            : row.get("start") + "-" + row.get("finish"));
  }
}
