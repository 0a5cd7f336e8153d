package dev.linchpin.helpdesk;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The hours that tickets took, per person and team and hour of the week, from a ticket history.
///
/// Weeks run from Monday to Sunday by the wall clock of the file; only weeks seen whole count. How
/// hours are found where nobody logged them is told in `HoursSpent`, how weeks swing in `Swing`.
public final class InterruptionModel {
  /// A year: older weeks say less about the next ones.
  private static final int WEEKS_MAX = 52;

  /// After this many weeks a new level is believed, however long the old one was.
  private static final int WEEKS_TRUSTED = 13;

  private static final Duration FULL_WEEK = Duration.ofHours(45);

  private final TicketHistory history;
  private final Assumptions assumptions;
  private final HoursSpent spent;
  private final Weeks weeks;
  private final List<String> notes = new ArrayList<>();
  private final Swing swing;
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

  private InterruptionModel(TicketHistory history, Assumptions assumptions) {
    this.history = history;
    this.assumptions = assumptions;
    spent = new HoursSpent(assumptions);
    history.tickets().forEach(spent::add);
    weeks = sameLevel(latest(wholeWeeks(history)));
    swing = Swing.of(weeks.totals(spent.all()), estimatedShare());
    people = loads(spent.people());
    teams = loads(spent.teams());
    common = Swing.common(active().stream().map(one -> weeks.totals(hoursOf(one.name()))).toList());
    note();
  }

  public static InterruptionModel of(TicketHistory history, Assumptions assumptions) {
    return new InterruptionModel(history, assumptions);
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

  public double weeklyCv() {
    return swing.weeklyCv();
  }

  public double persistence() {
    return swing.persistence();
  }

  public double levelCv() {
    return swing.levelCv();
  }

  /// New tickets in a week, on average.
  public double arrivalsPerWeek() {
    long opened =
        history.tickets().stream()
            .map(ticket -> ticket.opened().toLocalDate())
            .filter(day -> !day.isBefore(from()) && !day.isAfter(to()))
            .count();
    return weeks() == 0 ? 0 : (double) opened / weeks();
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
    return "Tickets took %s hours a week, seen over %d weeks%s. %s have them regularly."
        .formatted(
            hours(everybody().total()),
            weeks(),
            estimatedShare() > 0
                ? ", at an assumed %d minutes a touch".formatted(assumptions.perTouch().toMinutes())
                : ", as logged",
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

  Swing swingOf(PersonLoad one) {
    return Swing.of(weeks.totals(hoursOf(one.name())), estimatedShare());
  }

  Swing swing() {
    return swing;
  }

  /// "5.9", but "1,191" where tenths say nothing.
  static String hours(Duration time) {
    double hours = time.toSeconds() / 3_600.0;
    return (hours < 10 ? "%.1f" : "%,.0f").formatted(hours).replace(".0", "");
  }

  private SortedMap<Long, Double> hoursOf(String person) {
    return spent.people().getOrDefault(person, new TreeMap<>());
  }

  private double estimatedShare() {
    int all = spent.logged() + spent.estimated();
    return all == 0 ? 0 : (double) spent.estimated() / all;
  }

  /// New tickets mark what was seen: exports are cut by opening day, and what happens to the last
  /// tickets afterwards is only a remainder.
  private static Weeks wholeWeeks(TicketHistory history) {
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (TicketRecord ticket : history.tickets()) {
      LocalDate day = ticket.opened().toLocalDate();
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
    }
    return history.tickets().isEmpty() ? new Weeks(0, -1) : Weeks.between(first, last);
  }

  private Weeks latest(Weeks whole) {
    if (whole.count() <= WEEKS_MAX) {
      return whole;
    }
    notes.add("Only the last %d weeks count; older ones say less.".formatted(WEEKS_MAX));
    return whole.from(whole.last() - WEEKS_MAX + 1);
  }

  /// The part of the weeks after a change of level, where enough of them are left to trust it.
  private Weeks sameLevel(Weeks whole) {
    Regime regime = Regime.of(whole.totals(spent.all()));
    if (!regime.isChange()) {
      return whole;
    }
    int late = whole.count() - regime.split();
    boolean drop = late >= 2 * regime.split() || late >= WEEKS_TRUSTED;
    notes.add(
        "The first %d weeks look different (%,.0f hours a week, then %,.0f)%s"
            .formatted(
                regime.split(),
                regime.before() / 60,
                regime.after() / 60,
                drop
                    ? " and were left out."
                    : ". All weeks count: look at them before you trust it."));
    return drop ? whole.from(whole.first() + regime.split()) : whole;
  }

  private void note() {
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

  private List<PersonLoad> loads(Map<String, TreeMap<Long, Double>> hours) {
    return hours.entrySet().stream()
        .map(one -> {
          double[] totals = weeks.totals(one.getValue());
          int active = (int) Arrays.stream(totals).filter(t -> t > 0).count();
          return new PersonLoad(one.getKey(), weeks.profile(one.getValue()), active);
        })
        .filter(one -> one.activeWeeks() > 0)
        .sorted(Comparator.comparing(PersonLoad::perWeek).reversed())
        .toList();
  }
}
