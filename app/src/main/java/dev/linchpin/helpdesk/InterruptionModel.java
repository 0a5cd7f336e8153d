package dev.linchpin.helpdesk;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Phase;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.forecast.load.Course;
import dev.linchpin.forecast.load.GoLive;
import dev.linchpin.forecast.load.Level;
import dev.linchpin.forecast.load.Regime;
import dev.linchpin.forecast.load.Season;
import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.load.Split;
import dev.linchpin.forecast.load.Together;
import dev.linchpin.forecast.load.Watch;
import dev.linchpin.forecast.load.Waves;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The hours that tickets took, per person and team and hour of the week, from a ticket history.
///
/// Weeks run from Monday to Sunday by the wall clock of the file; only weeks seen whole count. How
/// hours are found where nobody logged them is told in `HoursSpent`; what level, surge and regime
/// are is told in the engine's package `load`.
public final class InterruptionModel {
  /// A year: older weeks say less about the next ones.
  private static final int WEEKS_MAX = 52;

  /// After this many weeks a new level is believed, however long the old one was.
  private static final int WEEKS_TRUSTED = 13;

  /// Minutes per touch are a guess: that unsure is what they give, however many weeks were seen.
  private static final double ASSUMED_TOUCH_CV = 0.3;

  private static final Duration FULL_WEEK = Duration.ofHours(45);

  private final TicketHistory history;
  private final Assumptions assumptions;
  private final HoursSpent spent;
  private final Weeks weeks;
  private final List<String> notes = new ArrayList<>();
  private final List<GoLive> goLives;
  private final Waves waves;
  private final Course course;
  private final Regime regime;
  private final Level level;
  private final double common;
  private final List<PersonLoad> people;
  private final List<PersonLoad> teams;

  /// What one person or team lost to tickets.
  ///
  /// @param name as written in the history
  /// @param profile mean minutes in each hour of the week
  /// @param activeWeeks weeks with at least one ticket
  public record PersonLoad(String name, WeekProfile profile, int activeWeeks) {
    public Duration perWeek() {
      return profile.total();
    }
  }

  /// What to do about a person who is not in the history.
  public enum Unmatched {
    /// Nothing is taken from them.
    NONE,
    /// They lose what an active person of the history loses on average.
    AVERAGE
  }

  /// What the engine gets, and what is said about it.
  public record Taken(Interruptions interruptions, List<Finding> findings, String summary) {
    public Taken {
      findings = List.copyOf(findings);
    }
  }

  private InterruptionModel(
      TicketHistory history,
      Assumptions assumptions,
      Optional<Series> arrivals,
      List<GoLive> goLives,
      @Nullable LocalDateTime now) {
    this.history = history;
    this.assumptions = assumptions;
    spent = new HoursSpent(assumptions);
    history.tickets().forEach(spent::add);
    Weeks whole = wholeWeeks(history, now);
    double[] opened = whole.sums(opened(history));
    Weeks seen = whole.withoutMissing(opened);
    Series arrived = arrivals.orElseGet(() -> seen.series(opened));
    Series weekly = arrived.weeks();
    waves = Waves.learned(weekly, goLives);
    this.goLives = List.copyOf(goLives);
    course = new Course(Season.of(weekly), waves.counted(arrived.day(arrived.length())));
    regime = Watch.regime(arrived);
    noteMissing(seen);
    weeks = sameLevel(latest(seen));
    level = level(spent.all());
    people = loads(spent.people());
    teams = loads(spent.teams());
    common =
        Together.share(active().stream().map(one -> weeks.series(hoursOf(one.name()))).toList());
    note();
  }

  public static InterruptionModel of(TicketHistory history, Assumptions assumptions) {
    return new InterruptionModel(history, assumptions, Optional.empty(), List.of(), null);
  }

  /// @param arrivals new tickets on each day, further back than the history: what it looked like
  ///   for years says whether there is a season, and whether now is unusual
  /// @param goLives past and planned: a wave of tickets follows each
  /// @param now within the last hour of the history: the last week ends with it, where tickets came
  ///   in that week
  public static InterruptionModel of(
      TicketHistory history,
      Assumptions assumptions,
      Series arrivals,
      List<GoLive> goLives,
      LocalDateTime now) {
    return new InterruptionModel(history, assumptions, Optional.of(arrivals), goLives, now);
  }

  /// Everybody who had a ticket in the weeks that count, whoever lost most first.
  public List<PersonLoad> people() {
    return people;
  }

  public List<PersonLoad> teams() {
    return teams;
  }

  /// Everybody's hours together.
  public WeekProfile everybody() {
    return weeks.profile(spent.all());
  }

  /// Weeks that count.
  public int weeks() {
    return weeks.count();
  }

  public LocalDate from() {
    return weeks.from();
  }

  public LocalDate to() {
    return weeks.to();
  }

  /// How much weeks differ: standard deviation over mean.
  public double weeklyCv() {
    return level.weeklyCv();
  }

  /// How unsure the mean of the weeks ahead is: standard deviation over mean.
  public double levelCv() {
    return level.aheadCv();
  }

  /// Whether as many tickets come as usual.
  public Regime regime() {
    return regime;
  }

  /// New tickets in a week, on average.
  public double arrivalsPerWeek() {
    double opened =
        opened(history).subMap(from(), to().plusDays(1)).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    return weeks() == 0 ? 0 : opened / weeks();
  }

  /// What stands out, and what was assumed: each a sentence.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /// What the whole amounts to, in one line.
  public String summary() {
    if (weeks() == 0) {
      return "The tickets cover no whole week, so no hours can be told.";
    }
    return "Tickets took %s hours a week%s, %s. %s have them regularly."
        .formatted(
            hours(everybody().total()),
            estimatedShare() > 0
                ? " at an assumed %d minutes a touch".formatted(assumptions.perTouch().toMinutes())
                : " as logged",
            level.words(),
            active().size() == 1 ? "1 person" : "%,d people".formatted(active().size()));
  }

  /// The interruptions of the people of a plan, matched by name, e-mail or id.
  public Taken forPeople(List<Person> of, List<WorkCalendar> calendars, Unmatched unmatched) {
    return new PeopleMatch(this, calendars, unmatched).of(of);
  }

  /// Whoever had tickets in at least half of the weeks: the people of the help desk, not those who
  /// once helped out.
  List<PersonLoad> active() {
    return people.stream()
        .filter(one -> 2 * one.activeWeeks() >= weeks())
        .filter(one -> one.perWeek().compareTo(FULL_WEEK) <= 0)
        .toList();
  }

  double common() {
    return common;
  }

  Level levelOf(PersonLoad one) {
    return level(hoursOf(one.name()));
  }

  Level level() {
    return level;
  }

  /// What the weeks after the last one bring more or less than usual, to everybody alike.
  List<Phase> phases() {
    return course.phases(level, Weeks.monday(to().plusDays(1)));
  }

  /// How many times the mean of the weeks seen is to be expected of a usual week.
  double usual(PersonLoad one) {
    double mean = weeks.series(hoursOf(one.name())).mean();
    return mean == 0 ? 1 : levelOf(one).mean() / mean;
  }

  /// "5.9", but "1,191" where tenths say nothing.
  static String hours(Duration time) {
    double hours = time.toSeconds() / 3_600.0;
    return (hours < 10 ? "%.1f" : "%,.0f").formatted(hours).replace(".0", "");
  }

  private SortedMap<Long, Double> hoursOf(String person) {
    return spent.people().getOrDefault(person, new TreeMap<>());
  }

  /// Of usual weeks; less sure where minutes were assumed, or while nobody knows where a change
  /// ends.
  private Level level(SortedMap<Long, Double> hours) {
    Level known = Level.of(course.usual(weeks.series(hours)));
    double change =
        regime instanceof Regime.Changed changed && changed.now() > 0 && changed.before() > 0
            ? Math.abs(Math.log(changed.now() / changed.before())) / 2
            : 0;
    return known.lessSure(Math.hypot(ASSUMED_TOUCH_CV * estimatedShare(), change));
  }

  /// New tickets on each day that had any.
  private static SortedMap<LocalDate, Double> opened(TicketHistory history) {
    return history.tickets().stream()
        .collect(
            Collectors.toMap(
                ticket -> ticket.opened().toLocalDate(), _ -> 1.0, Double::sum, TreeMap::new));
  }

  private void noteMissing(Weeks seen) {
    if (!seen.missing().isEmpty()) {
      notes.add(
          "Not one ticket came in %s. Such weeks count as missing, not as quiet."
              .formatted(seen.missing().size() == 1 ? "1 week" : seen.missing().size() + " weeks"));
    }
  }

  private double estimatedShare() {
    int all = spent.logged() + spent.estimated();
    return all == 0 ? 0 : (double) spent.estimated() / all;
  }

  /// New tickets mark what was seen: exports are cut by opening day, and what happens to the last
  /// tickets afterwards is only a remainder.
  private static Weeks wholeWeeks(TicketHistory history, @Nullable LocalDateTime now) {
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (TicketRecord ticket : history.tickets()) {
      LocalDate day = ticket.opened().toLocalDate();
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
    }
    if (history.tickets().isEmpty()) {
      return Weeks.NONE;
    }
    return now == null || last.isBefore(now.toLocalDate().minusWeeks(1))
        ? Weeks.between(first, last)
        : Weeks.until(first, Math.floorDiv(now.toEpochSecond(ZoneOffset.UTC), 3_600L));
  }

  private Weeks latest(Weeks whole) {
    if (whole.count() <= WEEKS_MAX) {
      return whole;
    }
    notes.add("Only the last %d weeks count; older ones say less.".formatted(WEEKS_MAX));
    return whole.from(whole.startOfLast(WEEKS_MAX));
  }

  /// The part of the weeks after a change of level, where enough of them are left to trust it.
  private Weeks sameLevel(Weeks whole) {
    Split split = Split.of(whole.series(spent.all()));
    if (!split.isSplit()) {
      return whole;
    }
    int late = whole.count() - split.at();
    boolean drop = late >= 2 * split.at() || late >= WEEKS_TRUSTED;
    notes.add(
        "The first %d weeks look different (%,.0f hours a week, then %,.0f)%s"
            .formatted(
                split.at(),
                split.before() / 60,
                split.after() / 60,
                drop
                    ? " and were left out."
                    : ". All weeks count: look at them before you trust it."));
    return drop ? whole.from(whole.after(split.at())) : whole;
  }

  private void note() {
    RegimeText.of(regime).ifPresent(notes::addFirst);
    if (weeks() > 0) {
      goLives.stream()
          .filter(this::isRecent)
          .max(Comparator.comparing(GoLive::day))
          .ifPresent(latest ->
              notes.add(
                  "Something went live lately: tickets are expected to rise by %s."
                      .formatted(waves.of(latest).words())));
    }
    if (spent.estimated() > 0) {
      notes.add(
          "Nobody logged time on %,d of %,d tickets. Each touch counts as %d minutes, at most the"
                  .formatted(
                      spent.estimated(),
                      spent.logged() + spent.estimated(),
                      assumptions.perTouch().toMinutes())
              + " time the ticket was in hands.");
    }
    if (spent.nobody() >= 60) {
      notes.add(
          "%,.0f hours lie on tickets that nobody had. They are taken from no person."
              .formatted(spent.nobody() / 60));
    }
    for (PersonLoad one : people) {
      if (one.perWeek().compareTo(FULL_WEEK) > 0) {
        notes.add(
            "\"%s\" has %s hours a week. Perhaps several people share the name, or it is a robot."
                .formatted(Cells.cut(one.name(), 60), hours(one.perWeek())));
      }
    }
  }

  private boolean isRecent(GoLive goLive) {
    return goLive.day().isAfter(to().minusWeeks(WEEKS_TRUSTED))
        && !goLive.day().isAfter(to().plusWeeks(1));
  }

  private List<PersonLoad> loads(Map<String, TreeMap<Long, Double>> hours) {
    return hours.entrySet().stream()
        .map(one -> {
          double[] totals = weeks.series(one.getValue()).seen();
          int active = (int) Arrays.stream(totals).filter(total -> total > 0).count();
          return new PersonLoad(one.getKey(), weeks.profile(one.getValue()), active);
        })
        .filter(one -> one.activeWeeks() > 0)
        .sorted(Comparator.comparing(PersonLoad::perWeek).reversed())
        .toList();
  }
}
