package dev.linchpin.answers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.answers.Situation.FixedDate;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import dev.linchpin.planning.DotPlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A hundred thousand random forecasts, asked about at random moments: what holds for every answer.
class RandomAnswersTests {
  private static final long SEED = 20_270_318;
  private static final int MANY = 100_000;
  private static final int CALENDARS = 40;
  private static final int HOLIDAYS = 25;
  private static final int RUNS = 200;
  private static final int DOTS = 20;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern COUNTS = Pattern.compile("dates\\. (\\d+) (?:is|are) on or before");
  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December)"
          + "( \\d{4})?";
  private static final Pattern QUARTER = Pattern.compile("the \\w+ quarter( of \\d{4})?");
  private static final Pattern HALF_MONTH =
      Pattern.compile("(mid|the end of) " + MONTH + "|" + QUARTER.pattern());
  private static final Pattern WEEK = Pattern.compile("the week that ends on \\d{1,2} " + MONTH);

  /// A date is said by the day on which work can end, which may be some days later.
  private static final int SLACK = 5;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<WorkCalendar> calendars = calendars();
  private int dated;
  private int fixedSafe;

  @Test
  void noAnswerBreaksAnyOfItsRules() {
    for (int i = 0; i < MANY; i++) {
      WorkCalendar calendar = calendars.get(random.nextInt(CALENDARS));
      LocalDateTime now =
          FIRST.plusDays(random.nextInt(700)).atTime(random.nextInt(24), random.nextInt(60));
      var asked = new AskedAt(now.atZone(BERLIN).toInstant(), BERLIN, BERLIN, calendar);
      Dates dates = dates(asked);
      AnswerFacts facts = facts(dates, fixed(asked), asked);
      check(Answer.of(facts, asked), dates, asked, "case " + i);
    }
    assertThat(dated).as("answers with a date").isGreaterThan(MANY / 2);
    assertThat(fixedSafe).as("fixed dates that are safe").isGreaterThan(MANY / 100);
  }

  private void check(Answer answer, Dates dates, AskedAt asked, String name) {
    LocalDate next = requireNonNull(answer.nextUpdateBy(), name);
    holds(!next.isBefore(asked.today()), "the next update is not over", name);
    holds(asked.calendar().isWorkday(next), "the next update is on a working day", name);
    holds(answer.checkedAt() != null && answer.forecast() != null, "what it rests on", name);
    LocalDate by = answer.by();
    Double chance = answer.chance();
    holds((by == null) == (chance == null), "a date has a chance", name);
    if (by == null) {
      return;
    }
    dated++;
    double share = requireNonNull(chance, name);
    holds(0 <= share && share <= 0.9, "the chance goes from 0 to 9 in 10", name);
    String howSure = requireNonNull(answer.howSure(), name);
    holds(!howSure.isBlank(), "how sure is said", name);
    holds(answer.sentence().plain().contains(" in 10"), "the sentence says the chance", name);
    if (answer.state() == AnswerState.FIXED_DATE_SAFE) {
      fixedSafe++;
    } else {
      holds(asked.calendar().isWorkday(by), by + " is worked on", name);
      rounding(answer.byWords(), by, dates, asked, name);
    }
    dots(dates, by, asked, name);
  }

  /// Rounded outward, and said no more exactly than its distance allows.
  private static void rounding(
      String words, LocalDate by, Dates dates, AskedAt asked, String name) {
    LocalDate exact = later(dates.by().toLocalDate(), asked.today());
    LocalDate day = asked.workdayFrom(exact);
    LocalDate today = asked.today();
    String all = name + " \"" + words + "\" of " + exact + " said on " + today;
    holds(!by.isBefore(exact), "it is rounded outward", all);
    if (day.isAfter(today.plusMonths(6).plusDays(SLACK))) {
      holds(QUARTER.matcher(words).matches(), "by the quarter", all);
    } else if (day.isAfter(today.plusWeeks(8).plusDays(SLACK))) {
      holds(HALF_MONTH.matcher(words).matches(), "by the half month", all);
    } else if (day.isAfter(today.plusWeeks(2).plusDays(SLACK))) {
      holds(WEEK.matcher(words).matches() || HALF_MONTH.matcher(words).matches(), "week", all);
    } else if (asked.workdaysBetween(today, day) > 3) {
      holds(!words.contains("midday"), "no half days", all);
    }
  }

  /// What the picture's words count is what it draws, and what the runs gave.
  private static void dots(Dates dates, LocalDate by, AskedAt asked, String name) {
    DotPlot plot = DotPlot.of(dates.dots(), by, new DateWords(asked.today()));
    long early = dates.dots().stream().filter(dot -> !dot.isAfter(by)).count();
    holds(plot.dots().size() == DOTS, "twenty dots", name);
    holds(plot.dots().stream().filter(DotPlot.Dot::early).count() == early, "the dots", name);
    Matcher counted = COUNTS.matcher(plot.caption());
    holds(counted.find() && Long.parseLong(counted.group(1)) == early, plot.caption(), name);
  }

  /// Cheaper than an assertion: it is asked millions of times.
  private static void holds(boolean it, String what, String name) {
    if (!it) {
      throw new AssertionError(name + ": " + what);
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// Ends of random runs, near or far, narrow or wide, some of them over.
  private Dates dates(AskedAt asked) {
    int far = 1 + random.nextInt(1 + random.nextInt(400));
    int wide = 1 + random.nextInt(far + 1);
    var runs = new ArrayList<LocalDateTime>();
    for (int i = 0; i < RUNS; i++) {
      int days = far - wide / 2 + random.nextInt(wide) + random.nextInt(1 + random.nextInt(wide));
      LocalDate day = asked.workdayFrom(asked.today().plusDays(days - (far < 20 ? 10 : 0)));
      runs.add(day.atTime(8 + random.nextInt(9), random.nextInt(60)));
    }
    runs.sort(null);
    var byDay = new TreeMap<LocalDate, Integer>();
    runs.forEach(run -> byDay.merge(run.toLocalDate(), 1, Integer::sum));
    var dots = new ArrayList<LocalDate>();
    for (int dot = 0; dot < DOTS; dot++) {
      dots.add(runs.get((int) ((dot + 0.5) * RUNS / DOTS)).toLocalDate());
    }
    return new Dates(
        runs.get(RUNS / 10 - 1), runs.get(RUNS / 2 - 1), runs.get(RUNS * 8 / 10 - 1), byDay, dots);
  }

  private @Nullable FixedDate fixed(AskedAt asked) {
    return random.nextInt(3) == 0
        ? new FixedDate(asked.today().plusDays(random.nextInt(300) - 20), null)
        : null;
  }

  private AnswerFacts facts(Dates dates, @Nullable FixedDate fixed, AskedAt asked) {
    int known = random.nextInt(60);
    return new AnswerFacts(
        new Ref.OfProject("NET"),
        "Floor 3 network upgrade",
        new Situation.Running(fixed, dates, null),
        random.nextInt(50) == 0 ? "The switches have not arrived." : null,
        null,
        null,
        known < 5 ? TrackRecord.NONE : new TrackRecord(known, random.nextInt(known)),
        random.nextBoolean()
            ? new Earlier.LastWeek(asked.today().plusDays(random.nextInt(90)))
            : null,
        "",
        asked.instant().minus(Duration.ofHours(random.nextInt(24 * 9))),
        "7c0e2b0c-7a53-4d2e-9d10-000000000001");
  }

  /// Weeks of four to six days, with holidays strewn over four years.
  private List<WorkCalendar> calendars() {
    var all = new ArrayList<WorkCalendar>();
    for (int i = 0; i < CALENDARS; i++) {
      var week = new TreeMap<DayOfWeek, List<Shift>>();
      int days = 4 + random.nextInt(3);
      for (int day = 1; day <= days; day++) {
        week.put(DayOfWeek.of(day), List.of(new Shift(8 * 60, 17 * 60)));
      }
      Map<LocalDate, List<Shift>> holidays = new HashMap<>();
      for (int holiday = 0; holiday < HOLIDAYS * 4; holiday++) {
        holidays.put(FIRST.plusDays(random.nextInt(4 * 365)), List.of());
      }
      all.add(new WorkCalendar(new CalendarId("calendar " + i), week, holidays));
    }
    return all;
  }
}
