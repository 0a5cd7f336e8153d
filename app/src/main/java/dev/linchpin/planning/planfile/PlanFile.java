package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read from a file, in Linchpin's words, before anything is decided.
///
/// Points in time are local to the zone the file was written in, which files do not name.
///
/// @param format the tool or format, as a person calls it: "Microsoft Project (MPP)"
/// @param statusDate the day up to which progress was reported
/// @param start nothing of it starts before this
/// @param finish the last finish in the file; null when the file has no dates
/// @param calendar id of the calendar of tasks that name none; null: the file has no calendar
/// @param items in the order of the file, parents before their children
/// @param lost what the file holds and Linchpin cannot represent; task ids are item ids
public record PlanFile(
    String format,
    String name,
    @Nullable LocalDateTime statusDate,
    LocalDateTime start,
    @Nullable LocalDateTime finish,
    @Nullable String calendar,
    List<Calendar> calendars,
    List<Resource> resources,
    List<Item> items,
    List<Relation> relations,
    List<Finding> lost) {
  /// Where a file without any date begins, until somebody says another day.
  static final LocalDate NO_DATE = LocalDate.of(2000, 1, 3);

  public PlanFile {
    calendars = List.copyOf(calendars);
    resources = List.copyOf(resources);
    items = List.copyOf(items);
    relations = List.copyOf(relations);
    lost = List.copyOf(lost);
  }

  /// The same file; one that names no date at all begins on this day.
  public PlanFile startingOn(LocalDate day) {
    LocalDateTime begin = start.toLocalDate().equals(NO_DATE) ? day.atStartOfDay() : start;
    return new PlanFile(
        format,
        name,
        statusDate,
        begin,
        finish,
        calendar,
        calendars,
        resources,
        items,
        relations,
        lost);
  }

  /// Items that are not summaries.
  public List<Item> leaves() {
    return items.stream().filter(item -> item.kind() != Kind.SUMMARY).toList();
  }

  /// How many assignments all items have together.
  public int assignments() {
    return items.stream().mapToInt(item -> item.assignments().size()).sum();
  }

  /// Working time, with inherited days and repeated exceptions written out.
  public record Calendar(
      String id,
      String name,
      Map<DayOfWeek, List<Shift>> week,
      Map<LocalDate, List<Shift>> exceptions) {
    public Calendar {
      week = Map.copyOf(week);
      exceptions = Map.copyOf(exceptions);
    }
  }

  /// Somebody or something a task needs.
  ///
  /// @param units how many at once: 1 is one person, 0 is unknown
  /// @param away days on which the file says there is none
  public record Resource(
      String id,
      String name,
      ResourceKind kind,
      double units,
      @Nullable String calendar,
      @Nullable String email,
      List<DayRange> away) {
    public Resource {
      away = List.copyOf(away);
    }
  }

  /// What a resource is; only work takes people's time.
  public enum ResourceKind {
    WORK,
    MATERIAL,
    COST
  }

  /// One line of the plan.
  ///
  /// @param number the line's number as the tool shows it
  /// @param level depth in the outline, 0 is the plan itself
  /// @param percent complete, 0 to 100
  /// @param remaining of the duration
  /// @param work of all people together
  /// @param priority 0 to 1,000, 500 is usual, higher goes first
  public record Item(
      String id,
      int number,
      @Nullable String wbs,
      int level,
      @Nullable String parent,
      String name,
      Kind kind,
      Dates planned,
      Dates baseline,
      Dates actual,
      double percent,
      @Nullable Amount duration,
      @Nullable Amount remaining,
      @Nullable Duration work,
      @Nullable Duration remainingWork,
      Wish wish,
      @Nullable LocalDateTime deadline,
      @Nullable String calendar,
      int priority,
      Set<Mark> marks,
      List<Assigned> assignments) {
    public Item {
      marks = Set.copyOf(marks);
      assignments = List.copyOf(assignments);
    }

    Item with(Wish other) {
      return new Item(
          id,
          number,
          wbs,
          level,
          parent,
          name,
          kind,
          planned,
          baseline,
          actual,
          percent,
          duration,
          remaining,
          work,
          remainingWork,
          other,
          deadline,
          calendar,
          priority,
          marks,
          assignments);
    }

    boolean is(Mark mark) {
      return marks.contains(mark);
    }
  }

  /// What an item is in the outline.
  public enum Kind {
    SUMMARY,
    TASK,
    MILESTONE
  }

  /// Two dates that belong together; either may be missing.
  public record Dates(@Nullable LocalDateTime start, @Nullable LocalDateTime finish) {
    public static final Dates NONE = new Dates(null, null);
  }

  /// A length of time.
  ///
  /// @param time in working time, or in time that passes day and night when `elapsed`
  /// @param shown as the file has it: "3 days", "2 elapsed weeks"
  public record Amount(Duration time, boolean elapsed, String shown) {}

  /// What the planner said about dates.
  ///
  /// @param at null when the kind needs no date
  public record Wish(WishKind kind, @Nullable LocalDateTime at) {
    public static final Wish NONE = new Wish(WishKind.AS_SOON_AS_POSSIBLE, null);
  }

  /// The constraints that plan files know.
  public enum WishKind {
    AS_SOON_AS_POSSIBLE,
    AS_LATE_AS_POSSIBLE,
    START_NOT_BEFORE,
    FINISH_NOT_BEFORE,
    START_NOT_AFTER,
    FINISH_NOT_AFTER,
    START_ON,
    FINISH_ON
  }

  /// A resource on an item.
  ///
  /// @param resource null when the work is planned and nobody is assigned yet
  /// @param units of the resource, 1 is one person all the time; 0 when the file does not say
  /// @param work null when the file does not say
  public record Assigned(@Nullable String resource, double units, @Nullable Duration work) {}

  /// `to` waits for `from`; both are item ids.
  public record Relation(String from, String to, Link.Type type, Amount lag) {}

  /// What is special about an item; each has its own sentence in the list of what is lost.
  public enum Mark {
    /// Switched off in the file.
    INACTIVE,
    /// Its dates were typed, not worked out.
    BY_HAND,
    /// Belongs to another plan and is only shown here.
    ELSEWHERE,
    /// Its duration is a placeholder (shown with a question mark).
    GUESSED,
    /// Interrupted and resumed on days the planner chose.
    SPLIT,
    /// Its work is spread unevenly over its days.
    CONTOURED,
    /// Moved by the tool to even out the load.
    LEVELLED,
    /// Runs on its own calendar whatever its people's calendars say.
    IGNORES_PEOPLE,
    /// One of a repeated series.
    RECURRING,
    /// Stands for another file.
    SUBPROJECT,
    /// Has a second constraint.
    SECOND_WISH,
    /// As long as other tasks need it (level of effort, hammock).
    HAMMOCK,
    /// Its duration shrinks when people are added.
    EFFORT_DRIVEN,
    /// Has costs.
    COSTED
  }
}
