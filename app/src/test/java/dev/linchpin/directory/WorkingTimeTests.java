package dev.linchpin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.WorkCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingTimeTests {
  private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
  private static final LocalDate TO = LocalDate.of(2028, 2, 1);
  private final DirectoryWorld world = new DirectoryWorld();

  @Test
  void theEngineSeesTheSameDaysAsThePages() {
    world.holidaysOf("DE-BY");
    world.extraDays.put(new ExtraDay(LocalDate.of(2027, 5, 7), false, "Bridge day"), "test");
    world.extraDays.put(new ExtraDay(LocalDate.of(2027, 5, 8), true, "Stocktaking"), "test");
    var jon = world.person("Jon Bell");
    var ana = world.person("Ana Lee", "Mon-Wed 9-12");
    world.leave(jon, "2026-12-28", "2027-01-08");

    Crew crew = world.workingTime.crew(List.of(jon.id(), ana.id()), FROM, TO);

    assertThat(crew.people()).extracting(one -> one.name()).containsExactly("Ana Lee", "Jon Bell");
    for (LocalDate day : FROM.datesUntil(TO).toList()) {
      assertThat(works(crew, jon, day)).as("Jon on %s", day).isEqualTo(isIn(jon, day));
      assertThat(works(crew, ana, day)).as("Ana on %s", day).isEqualTo(isIn(ana, day));
    }
    assertThat(works(crew, jon, LocalDate.of(2027, 5, 7))).isFalse();
    assertThat(works(crew, jon, LocalDate.of(2027, 5, 8))).isTrue();
    assertThat(works(crew, jon, LocalDate.of(2027, 1, 6))).isFalse();
    assertThat(works(crew, jon, LocalDate.of(2027, 1, 8))).isFalse();
    assertThat(works(crew, jon, LocalDate.of(2027, 1, 11))).isTrue();
  }

  @Test
  void peopleWithTheSameHoursAndHolidaysShareACalendar() {
    var jon = world.person("Jon Bell");
    var ana = world.person("Ana Lee");
    var rui = world.personAt(world.site("Lisbon", "PT", "Europe/Lisbon"), "Rui Sol");

    Crew crew = world.workingTime.crew(List.of(jon.id(), ana.id(), rui.id()), FROM, TO);

    assertThat(crew.people()).hasSize(3);
    assertThat(crew.calendars()).hasSize(2);
  }

  @Test
  void leaveAcrossTheYearsEndIsOneRangeOfTheEnginesPerson() {
    var jon = world.person("Jon Bell");
    world.leave(jon, "2026-12-28", "2027-01-08");

    Crew crew = world.workingTime.crew(List.of(jon.id()), LocalDate.of(2027, 1, 4), TO);

    assertThat(crew.people().getFirst().away())
        .containsExactly(new DayRange(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 8)));
  }

  @Test
  void theOrganisationsCalendarHasOnlyTheDaysThatDiffer() {
    world.holidaysOf("DE-BE");

    WorkCalendar calendar = world.workingTime.organisationCalendar(FROM, TO);

    assertThat(calendar.isWorkday(LocalDate.of(2027, 3, 8))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 3, 9))).isTrue();
    assertThat(calendar.exceptions())
        .doesNotContainKey(LocalDate.of(2027, 5, 1)) // a Saturday anyway
        .allSatisfy((day, shifts) -> assertThat(shifts).isEmpty());
  }

  @Test
  void withoutACountryThereAreNoHolidays() {
    assertThat(world.workingTime.organisationCalendar(FROM, TO).exceptions()).isEmpty();
  }

  @Test
  void everyChangeOfWorkingTimeIsTold() {
    var jon = world.person("Jon Bell");
    world.told.clear();

    var leave = world.leave(jon, "2027-03-01", "2027-03-02");
    world.leaves.remove(leave, "test");
    world.holidaysOf("DE");
    world.extraDays.put(new ExtraDay(LocalDate.of(2027, 5, 7), false, "Bridge day"), "test");

    assertThat(world.told).hasSize(4).hasOnlyElementsOfType(WorkingTimeChanged.class);
  }

  private boolean isIn(Person person, LocalDate day) {
    LocalDateTime ten = day.atTime(10, 0);
    return world.workingTime.presence(person.id(), ten).atWork();
  }

  private static boolean works(Crew crew, Person person, LocalDate day) {
    var one =
        crew.people().stream()
            .filter(other -> other.id().value().equals(person.id().toString()))
            .findFirst()
            .orElseThrow();
    var calendar =
        crew.calendars().stream()
            .filter(other -> other.id().equals(one.calendar()))
            .findFirst()
            .orElseThrow();
    return calendar.isWorkday(day) && one.away().stream().noneMatch(range -> range.contains(day));
  }
}
