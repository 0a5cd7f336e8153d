package dev.linchpin.planning.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyProjectsInOneFileTests {
  /// Tabs written as bars.
  private static final String XER =
      """
      ERMHDR|18.8|2027-01-11|Project|ADMIN|admin|db|Project Management|USD
      %T|PROJECT
      %F|proj_id|proj_short_name|plan_start_date|last_recalc_date
      %R|1|SMALL|2027-01-11 08:00|2027-01-11 08:00
      %R|2|LARGE|2027-01-11 08:00|2027-01-11 08:00
      %T|PROJWBS
      %F|wbs_id|proj_id|wbs_short_name|wbs_name|parent_wbs_id|proj_node_flag|seq_num
      %R|10|1|SMALL|Depot move||Y|1
      %R|20|2|LARGE|Data hall||Y|2
      %T|TASK
      %F|task_id|proj_id|wbs_id|task_code|task_name|task_type|status_code|target_drtn_hr_cnt
      %R|100|1|10|A1|Pack|TT_Task|TK_NotStart|8
      %R|200|2|20|A1|Order racks|TT_Task|TK_NotStart|16
      %R|201|2|20|A2|Mount racks|TT_Task|TK_NotStart|24
      %E
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void theLargestIsReadAndTheReportNamesTheOthersAndSaysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("all.xer"), XER.replace('|', '\t'));

    ReadResult result = PlanFiles.read(file, ReadLimits.USUAL);

    assertThat(result).isInstanceOf(ReadResult.Read.class);
    assertThat(((ReadResult.Read) result).file().lost())
        .anySatisfy(loss ->
            assertThat(loss.message())
                .contains("all.xer holds 2 projects; only the largest, Data hall, is taken.")
                .contains("Left out: Depot move. Export each of them to a file of its own"));
  }
}
