package dev.linchpin.forecast;

import java.util.List;

/// Somebody whose time the plan needs, or a pool of people or machines of one kind.
///
/// @param capacity how many things at once: 1 for a person, n for a pool of n
/// @param away days on which there is no working time at all: leave, training, another site
/// @param knows topics; of two entries for one topic the higher level counts
/// @param absence how often they are away unplanned; of a pool always a part is
public record Person(
    PersonId id,
    String name,
    CalendarId calendar,
    double capacity,
    List<DayRange> away,
    List<Knows> knows,
    Absence absence) {
  public Person {
    Checks.require(
        capacity > 0 && capacity <= 10_000,
        "A capacity is above 0 and at most 10,000, not %s.",
        capacity);
    away = List.copyOf(away);
    knows = List.copyOf(knows);
  }

  /// A person who is away only as planned.
  public Person(
      PersonId id,
      String name,
      CalendarId calendar,
      double capacity,
      List<DayRange> away,
      List<Knows> knows) {
    this(id, name, calendar, capacity, away, knows, Absence.NONE);
  }

  /// A person who is asked for by name only.
  public Person(
      PersonId id, String name, CalendarId calendar, double capacity, List<DayRange> away) {
    this(id, name, calendar, capacity, away, List.of());
  }

  public static Person of(PersonId id, String name, CalendarId calendar) {
    return new Person(id, name, calendar, 1, List.of());
  }

  /// The same person, who knows something else.
  public Person with(List<Knows> others) {
    return new Person(id, name, calendar, capacity, away, others, absence);
  }

  /// The same person, away unplanned more or less often.
  public Person with(Absence other) {
    return new Person(id, name, calendar, capacity, away, knows, other);
  }
}
