package dev.linchpin.forecast.text;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.TimeRange;
import dev.linchpin.forecast.WindowId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Reads what a plan has to keep to: change windows, their freezes, and promises.
final class RuleReader {
  private final List<ChangeWindow> windows = new ArrayList<>();
  private final List<List<ChangeWindow.Freeze>> freezes = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();

  /// Each with the freezes below it.
  List<ChangeWindow> windows() {
    return IntStream.range(0, windows.size())
        .mapToObj(i -> frozen(windows.get(i), freezes.get(i)))
        .toList();
  }

  private static ChangeWindow frozen(ChangeWindow it, List<ChangeWindow.Freeze> freezes) {
    return new ChangeWindow(
        it.id(), it.name(), it.week(), it.dates(), freezes, it.lead(), it.outOfHours());
  }

  List<Promise> promises() {
    return promises;
  }

  void readWindow(Line line) {
    String id = line.take("a name");
    String name = line.isQuoted() ? line.take("a name") : id;
    List<ChangeWindow.Weekly> week = new ArrayList<>();
    List<TimeRange> dates = new ArrayList<>();
    if (line.hasPlain() && !line.isNext("lead") && !line.isNext("out")) {
      do {
        String word = line.take("a weekday or from..to");
        if (word.contains("..")) {
          String[] ends = Amounts.range(word);
          dates.add(new TimeRange(Amounts.time(ends[0]), Amounts.time(ends[1])));
        } else {
          week.add(weekly(word, line));
        }
      } while (line.skip(","));
    }
    Duration lead = line.skip("lead") ? Amounts.duration(line.take("a time"), true) : Duration.ZERO;
    boolean outOfHours = line.skip("out", "of", "hours");
    windows.add(new ChangeWindow(new WindowId(id), name, week, dates, List.of(), lead, outOfHours));
    freezes.add(new ArrayList<>());
  }

  /// The weekday is taken; `20:00..Sun 06:00` follows.
  private static ChangeWindow.Weekly weekly(String from, Line line) {
    String[] middle = Amounts.range(line.take("a time..weekday"));
    return new ChangeWindow.Weekly(
        DayOfWeek.of(PlanReader.weekday(from) + 1),
        Amounts.minute(middle[0]),
        DayOfWeek.of(PlanReader.weekday(middle[1]) + 1),
        Amounts.minute(line.take("a time")));
  }

  void readFreeze(Line line) {
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("A freeze needs a window above it.");
    }
    String name = line.take("a name");
    do {
      freezes
          .getLast()
          .add(new ChangeWindow.Freeze(name, Amounts.days(line.take("a day or days"))));
    } while (line.skip(","));
  }

  void readPromise(Line line) {
    Promise.Of of;
    if (line.skip("project")) {
      of = new Promise.Of.AProject(new ProjectId(line.take("a project")));
    } else if (line.skip("task")) {
      of = new Promise.Of.ATask(new TaskId(line.take("a task")));
    } else {
      throw new IllegalArgumentException(
          "Say what was promised: promise task go-live by 2027-03-20.");
    }
    if (!line.skip("by")) {
      throw new IllegalArgumentException("Say by which day: by 2027-03-20.");
    }
    LocalDate by = LocalDate.parse(line.take("a date"));
    int weight = line.skip("weight") ? Integer.parseInt(line.take("a weight")) : 1;
    promises.add(new Promise(of, by, line.skip("hard"), weight));
  }
}
