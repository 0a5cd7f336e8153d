package dev.linchpin.helpdesk;

import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Finding.Code;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Interruptions.Load;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.forecast.load.Level;
import dev.linchpin.helpdesk.InterruptionModel.PersonLoad;
import dev.linchpin.helpdesk.InterruptionModel.Taken;
import dev.linchpin.helpdesk.InterruptionModel.Unmatched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds the people of a plan in a ticket history, and takes their hours from them.
final class PeopleMatch {
  private final InterruptionModel model;
  private final Unmatched unmatched;
  private final Map<CalendarId, WorkCalendar> calendars = new HashMap<>();
  private final Map<String, List<PersonLoad>> byName;
  private final Map<PersonId, Load> loads = new LinkedHashMap<>();
  private final List<String> strangers = new ArrayList<>();
  private int matched;

  PeopleMatch(InterruptionModel model, List<WorkCalendar> calendars, Unmatched unmatched) {
    this.model = model;
    this.unmatched = unmatched;
    calendars.forEach(calendar -> this.calendars.putIfAbsent(calendar.id(), calendar));
    byName = model.people().stream().collect(Collectors.groupingBy(one -> NameKey.of(one.name())));
  }

  Taken of(List<Person> people) {
    if (model.weeks() == 0) {
      Finding finding = new Finding(Code.LITTLE_KNOWN, model.summary(), List.of());
      return new Taken(Interruptions.NONE, List.of(finding), model.summary());
    }
    people.forEach(this::add);
    var findings = new ArrayList<Finding>();
    model.notes().forEach(note -> findings.add(new Finding(Code.LITTLE_KNOWN, note, List.of())));
    if (!strangers.isEmpty()) {
      findings.add(new Finding(Code.LITTLE_KNOWN, aboutStrangers(), List.of()));
    }
    return new Taken(new Interruptions(loads, model.common()), findings, summary());
  }

  private void add(Person person) {
    WorkCalendar calendar = calendars.get(person.calendar());
    if (calendar == null) {
      return;
    }
    List<PersonLoad> found = known(person);
    if (!found.isEmpty()) {
      matched++;
      PersonLoad first = found.getFirst();
      Load load = load(together(found), model.levelOf(first), calendar);
      loads.put(person.id(), load.times(model.usual(first)));
      return;
    }
    if (person.capacity() > 1) {
      return; // a pool of people or machines answers no tickets
    }
    strangers.add(person.name());
    List<PersonLoad> active = model.active();
    if (unmatched == Unmatched.AVERAGE && !active.isEmpty()) {
      loads.put(person.id(), load(average(active), unlike(active), calendar));
    }
  }

  private List<PersonLoad> known(Person person) {
    for (String spelling : List.of(person.name(), person.id().value())) {
      List<PersonLoad> found = byName.get(NameKey.of(spelling));
      if (found != null && !NameKey.of(spelling).isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// Two spellings of one name are one person, whose hours add up.
  private static WeekProfile together(List<PersonLoad> spellings) {
    var cells = new ArrayList<Double>();
    for (int i = 0; i < WeekProfile.HOURS; i++) {
      int cell = i;
      double sum = spellings.stream().mapToDouble(one -> one.profile().minutes().get(cell)).sum();
      cells.add(Math.min(60, sum));
    }
    return new WeekProfile(cells);
  }

  private static WeekProfile average(List<PersonLoad> active) {
    return WeekProfile.mean(active.stream().map(PersonLoad::profile).toList());
  }

  /// Nobody knows how a stranger differs from the others, so the level is as unsure as they differ.
  private Level unlike(List<PersonLoad> active) {
    double[] weekly = active.stream().mapToDouble(one -> one.perWeek().toMinutes()).toArray();
    return model.level().lessSure(cv(weekly));
  }

  /// Standard deviation over mean; 0 where there is nothing to compare.
  private static double cv(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum();
    return mean == 0 || values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) / mean;
  }

  private Load load(WeekProfile profile, Level level, WorkCalendar calendar) {
    return new Load(
        profile.within(calendar),
        level.aheadCv(),
        level.weeklyCv(),
        level.persistence(),
        model.phases());
  }

  private String aboutStrangers() {
    String who =
        strangers.size() == 1
            ? "\"%s\" is".formatted(strangers.getFirst())
            : "%d people of the plan are".formatted(strangers.size());
    List<PersonLoad> active = model.active();
    if (unmatched == Unmatched.NONE || active.isEmpty()) {
      return who + " not in the tickets. Tickets take no time from them.";
    }
    return who
        + " not in the tickets. Each is assumed to lose what one of %s loses: %s hours a week."
            .formatted(
                active.size() == 1
                    ? "1 regular person"
                    : "%,d regular people".formatted(active.size()),
                InterruptionModel.hours(average(active).total()));
  }

  private String summary() {
    Duration week =
        loads.values().stream()
            .flatMap(load -> load.byWeekday().stream())
            .reduce(Duration.ZERO, Duration::plus);
    return "%s %s working hours a week are taken from people of the plan: %d by name, %d assumed."
        .formatted(model.summary(), InterruptionModel.hours(week), matched, loads.size() - matched);
  }
}
