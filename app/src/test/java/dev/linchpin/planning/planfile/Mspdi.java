package dev.linchpin.planning.planfile;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small MS Project XML files, written by hand.
final class Mspdi {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Project xmlns="http://schemas.microsoft.com/project">
      <Name>Plan</Name><ScheduleFromStart>1</ScheduleFromStart>
      <StartDate>2027-01-11T08:00:00</StartDate>
      <CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>
      <MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth>
      <Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
      <WeekDays>%s</WeekDays></Calendar></Calendars>
      """;
  private static final String WORKDAY =
      """
      <WeekDay><DayType>%d</DayType><DayWorking>1</DayWorking><WorkingTimes>
      <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
      <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>
      </WorkingTimes></WeekDay>
      """;

  private Mspdi() {}

  /// A plan with these tasks, and whatever follows them.
  static String plan(String tasks, String rest) {
    String week =
        IntStream.rangeClosed(2, 6)
            .mapToObj(day -> String.format(Locale.ROOT, WORKDAY, day))
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, HEAD, week)
        + "<Tasks>"
        + tasks
        + "</Tasks>"
        + rest
        + "</Project>";
  }

  static String plan(int count, IntFunction<String> task) {
    return plan(IntStream.rangeClosed(1, count).mapToObj(task).collect(Collectors.joining()), "");
  }

  /// A task of so many hours on a level, with more elements inside.
  static String task(int id, int level, String name, int hours, String more) {
    return String.format(
        Locale.ROOT,
        "<Task><UID>%d</UID><ID>%d</ID><Name>%s</Name><OutlineLevel>%d</OutlineLevel>"
            + "<Duration>PT%dH0M0S</Duration><DurationFormat>7</DurationFormat>%s</Task>\n",
        id,
        id,
        name,
        level,
        hours,
        more);
  }

  /// A link from an earlier task: 0 FF, 1 FS, 2 SF, 3 SS.
  static String after(int id, int type) {
    return String.format(
        Locale.ROOT,
        "<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>%d</Type></PredecessorLink>",
        id,
        type);
  }
}
