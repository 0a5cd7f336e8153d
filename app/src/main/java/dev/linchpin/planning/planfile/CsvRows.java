package dev.linchpin.planning.planfile;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.planning.planfile.CsvHeader.Column;
import dev.linchpin.planning.planfile.PlanFile.Amount;
import dev.linchpin.planning.planfile.PlanFile.Assigned;
import dev.linchpin.planning.planfile.PlanFile.Dates;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Kind;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.Relation;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import dev.linchpin.planning.planfile.PlanFile.Wish;
import dev.linchpin.planning.planfile.PlanFile.WishKind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows of a table of tasks, one after the other; every problem names its row.
final class CsvRows {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final int USUAL_PRIORITY = 500;
  private static final Pattern PREDECESSOR =
      Pattern.compile(
          "(.+?)\\s*(FS|SS|FF|SF|EA|AA|EE|AE|FD|DD|DF)?\\s*([+-]\\s*\\d[\\d.,]*\\s*\\p{L}*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RESOURCE =
      Pattern.compile("([^\\[\\]]+?)\\s*(?:\\[\\s*(\\d+(?:[.,]\\d+)?)\\s*%?\\s*])?");

  private final CsvHeader header;
  private final List<CsvRecord> rows;
  private final boolean monthFirst;
  private final List<String> problems = new ArrayList<>();
  private final List<Finding> lost = new ArrayList<>();
  private final Map<String, String> idsByName = new HashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Deque<Integer> above = new ArrayDeque<>();

  CsvRows(CsvHeader header, List<CsvRecord> rows) {
    this.header = header;
    this.rows = rows;
    this.monthFirst = isMonthFirst();
    nameRows();
  }

  List<String> problems() {
    return problems;
  }

  List<Finding> lost() {
    return lost;
  }

  List<Resource> resources() {
    return List.copyOf(resources.values());
  }

  List<Item> items() {
    var items = new ArrayList<Item>();
    for (int i = 0; i < rows.size(); i++) {
      items.add(item(i));
    }
    return items;
  }

  List<Relation> relations() {
    var relations = new ArrayList<Relation>();
    for (int i = 0; i < rows.size(); i++) {
      String all = value(i, Column.PREDECESSORS);
      for (String one : all.split(all.contains(";") ? ";" : ",")) {
        if (!one.isBlank()) {
          relation(i, one.strip(), relations);
        }
      }
    }
    return relations;
  }

  private void nameRows() {
    for (int i = 0; i < rows.size(); i++) {
      String id = value(i, Column.ID);
      String wanted = id.isEmpty() ? String.valueOf(i + 1) : id;
      if (!taken.add(wanted)) {
        problem(i, "the id “" + wanted + "” was used before.");
      }
      ids.add(wanted);
      levels.add(level(i));
      idsByName.putIfAbsent(value(i, Column.NAME).toLowerCase(Locale.ROOT), wanted);
      idsByName.putIfAbsent(value(i, Column.WBS), wanted);
    }
  }

  private int level(int row) {
    String level = value(row, Column.LEVEL);
    if (level.matches("\\d{1,3}")) {
      return Integer.parseInt(level);
    }
    String wbs = value(row, Column.WBS);
    return wbs.isEmpty() ? 1 : (int) wbs.chars().filter(c -> c == '.').count() + 1;
  }

  private Item item(int row) {
    Amount duration = duration(row);
    List<Assigned> people = people(row);
    Amount work = value(row, Column.WORK, CsvValues::amount, "a length of time such as 16h");
    if (duration == null && people.isEmpty()) {
      duration = work;
    }
    var planned = new Dates(date(row, Column.START, MORNING), date(row, Column.FINISH, EVENING));
    String name = value(row, Column.NAME);
    String priority = value(row, Column.PRIORITY);
    Kind kind = kind(row, duration);
    return new Item(
        ids.get(row),
        row + 1,
        value(row, Column.WBS).isEmpty() ? null : value(row, Column.WBS),
        levels.get(row),
        parent(row),
        name.isEmpty() ? "Unnamed task" : name,
        kind,
        planned,
        Dates.NONE,
        new Dates(
            date(row, Column.ACTUAL_START, MORNING), date(row, Column.ACTUAL_FINISH, EVENING)),
        percent(row),
        duration,
        null,
        work == null ? null : work.time(),
        null,
        wish(row, kind, planned.start()),
        date(row, Column.DEADLINE, EVENING),
        null,
        priority.matches("\\d{1,4}") ? Integer.parseInt(priority) : USUAL_PRIORITY,
        value(row, Column.DURATION).endsWith("?") ? Set.of(Mark.GUESSED) : Set.of(),
        people);
  }

  private @Nullable Amount duration(int row) {
    Amount amount =
        value(row, Column.DURATION, CsvValues::amount, "a length of time such as 3d or 4h");
    if (amount != null && amount.time().isNegative()) {
      problem(row, "the duration is negative.");
    }
    return amount;
  }

  private @Nullable LocalDateTime date(int row, Column column, LocalTime usual) {
    return value(
        row, column, text -> CsvValues.date(text, monthFirst, usual), "a date such as 2027-03-26");
  }

  /// A task's start without a predecessor is where the planner put it; otherwise it is a result.
  private Wish wish(int row, Kind kind, @Nullable LocalDateTime start) {
    boolean own = kind != Kind.SUMMARY && value(row, Column.PREDECESSORS).isEmpty();
    return start != null && own ? new Wish(WishKind.START_NOT_BEFORE, start) : Wish.NONE;
  }

  private Kind kind(int row, @Nullable Amount duration) {
    if (row + 1 < rows.size() && levels.get(row + 1) > levels.get(row)) {
      return Kind.SUMMARY;
    }
    return duration != null && duration.time().isZero() ? Kind.MILESTONE : Kind.TASK;
  }

  /// The last row above with a lower level; rows are asked from top to bottom.
  private @Nullable String parent(int row) {
    while (!above.isEmpty() && levels.get(above.peek()) >= levels.get(row)) {
      above.pop();
    }
    String parent = above.isEmpty() ? null : ids.get(above.peek());
    above.push(row);
    return parent;
  }

  private double percent(int row) {
    String text = value(row, Column.PERCENT).replace("%", "").replace(',', '.').strip();
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
      problem(row, "“" + text + "” is not a percentage such as 40.");
      return 0;
    }
    return Math.min(100, Double.parseDouble(text));
  }

  private List<Assigned> people(int row) {
    var people = new ArrayList<Assigned>();
    String all = value(row, Column.RESOURCES);
    for (String one : all.split(all.contains(";") ? ";" : ",")) {
      Matcher match = RESOURCE.matcher(one.strip());
      if (match.matches()) {
        String name = match.group(1).strip();
        String id = "r-" + name.toLowerCase(Locale.ROOT);
        double units =
            match.group(2) == null ? 1 : Double.parseDouble(match.group(2).replace(',', '.')) / 100;
        resources.putIfAbsent(
            id, new Resource(id, name, ResourceKind.WORK, 1, null, null, List.of()));
        people.add(new Assigned(id, units, null));
      } else if (!one.isBlank()) {
        problem(row, "“" + one.strip() + "” is not a name, or a name with a share: Ana[50%].");
      }
    }
    return people;
  }

  private void relation(int row, String text, List<Relation> relations) {
    String to = ids.get(row);
    Matcher match = PREDECESSOR.matcher(text);
    String whole = known(text);
    if (whole != null) {
      relations.add(new Relation(whole, to, Link.Type.FINISH_TO_START, none()));
    } else if (match.matches() && known(match.group(1).strip()) instanceof String from) {
      Amount lag =
          match.group(3) == null ? none() : CsvValues.amount(match.group(3)).orElse(none());
      relations.add(new Relation(from, to, type(match.group(2)), lag));
    } else {
      lost.add(
          new Finding(
              Finding.Code.LINK_TO_NOWHERE,
              "Row "
                  + line(row)
                  + ": the predecessor “"
                  + text
                  + "” is not in the file. The link is left out.",
              List.of(new TaskId(to))));
    }
  }

  private @Nullable String known(String text) {
    return taken.contains(text) ? text : idsByName.get(text.toLowerCase(Locale.ROOT));
  }

  private static Amount none() {
    return new Amount(Duration.ZERO, false, "");
  }

  /// English, German and French abbreviations. `FF` is finish-to-finish in all three tongues here;
  /// French `FD` is finish-to-start.
  private static Link.Type type(@Nullable String letters) {
    return switch (Objects.requireNonNullElse(letters, "FS").toUpperCase(Locale.ROOT)) {
      case "SS", "AA", "DD" -> Link.Type.START_TO_START;
      case "FF", "EE" -> Link.Type.FINISH_TO_FINISH;
      case "SF", "AE", "DF" -> Link.Type.START_TO_FINISH;
      default -> Link.Type.FINISH_TO_START;
    };
  }

  private <T> @Nullable T value(
      int row, Column column, Function<String, java.util.Optional<T>> read, String wanted) {
    String text = value(row, column);
    if (text.isEmpty()) {
      return null;
    }
    T value = read.apply(text).orElse(null);
    if (value == null) {
      problem(row, "“" + text + "” is not " + wanted + ".");
    }
    return value;
  }

  private String value(int row, Column column) {
    Integer index = header.columns().get(column);
    CsvRecord fields = rows.get(row);
    return index == null || index >= fields.getFieldCount() ? "" : fields.getField(index).strip();
  }

  private void problem(int row, String what) {
    problems.add("Row " + line(row) + ": " + what);
  }

  private long line(int row) {
    return rows.get(row).getStartingLineNumber();
  }

  /// 3/26/2027 shows that the month comes first; where nothing shows it, the day does.
  private boolean isMonthFirst() {
    boolean dayFirst = true;
    boolean monthFirst = true;
    for (int i = 0; i < rows.size(); i++) {
      for (Column column : List.of(Column.START, Column.FINISH, Column.DEADLINE)) {
        String text = value(i, column);
        dayFirst &= CsvValues.canBeDayFirst(text);
        monthFirst &= CsvValues.canBeMonthFirst(text);
      }
    }
    return monthFirst && !dayFirst;
  }
}
