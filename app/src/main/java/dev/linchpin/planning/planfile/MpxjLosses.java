package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mpxj.FieldType;
import org.mpxj.ProjectFile;
import org.mpxj.ScheduleFrom;
import org.mpxj.UserDefinedField;

/// What a project holds apart from its lines and Linchpin cannot represent.
final class MpxjLosses {
  private static final Pattern CUSTOM =
      Pattern.compile(
          "(TEXT|NUMBER|COST|DATE|DURATION|START|FINISH|FLAG|OUTLINE_CODE|ENTERPRISE_.*)\\d+");
  private static final Pattern LATER_BASELINE = Pattern.compile("BASELINE\\d+_.*");

  private MpxjLosses() {}

  static List<Finding> of(ProjectFile project, List<ProjectFile> all, String fileName) {
    var lost = new ArrayList<Finding>();
    BiConsumer<Boolean, String> when =
        (holds, message) -> {
          if (holds) {
            lost.add(Losses.lost(message));
          }
        };
    Set<String> fields =
        project.getPopulatedFields().stream().map(MpxjLosses::name).collect(Collectors.toSet());
    long custom = fields.stream().filter(name -> CUSTOM.matcher(name).matches()).count();
    when.accept(all.size() > 1, others(project, all, fileName));
    when.accept(
        project.getProjectProperties().getScheduleFrom() == ScheduleFrom.FINISH,
        "The file plans backwards from its finish. Linchpin plans forwards from the start.");
    when.accept(custom == 1, "One field of your own is filled. It is not taken over.");
    when.accept(custom > 1, custom + " fields of your own are filled. They are not taken over.");
    when.accept(
        fields.stream().anyMatch(name -> LATER_BASELINE.matcher(name).matches()),
        "Only the first baseline is taken over; the file has more.");
    when.accept(
        fields.stream().anyMatch(name -> name.startsWith("BUDGET_")),
        "Budgets are not taken over.");
    when.accept(fields.contains("NOTES"), "Notes are not taken over.");
    when.accept(fields.contains("HYPERLINK_ADDRESS"), "Links to pages are not taken over.");
    int ignored = project.getIgnoredErrors().size();
    when.accept(
        ignored > 0, "Some values in the file make no sense (" + ignored + "); they are left out.");
    return lost;
  }

  private static String name(FieldType field) {
    return field instanceof UserDefinedField ? "ENTERPRISE_" + field.name() + "0" : field.name();
  }

  private static String name(ProjectFile project) {
    String name = project.getProjectProperties().getName();
    return name == null || name.isBlank() ? "unnamed" : name;
  }

  private static String others(ProjectFile project, List<ProjectFile> all, String fileName) {
    List<String> names =
        all.stream()
            .filter(other -> !Objects.equals(other, project))
            .map(MpxjLosses::name)
            .toList();
    return "%s holds %d projects; only the largest, %s, is taken. Left out: %s."
            .formatted(fileName, all.size(), name(project), Losses.list(names))
        + " Export each of them to a file of its own to import it too.";
  }
}
