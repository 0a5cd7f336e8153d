package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Sites;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.planning.InterruptionSource;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LinchpinTest
class TicketInterruptionsTests {
  /// Years before all other tests' tickets, so they do not mix.
  private static final LocalDate AS_OF = LocalDate.parse("2015-06-01");

  @Autowired InterruptionSource source;
  @Autowired TicketKeeper keeper;
  @Autowired TicketArrivals arrivals;
  @Autowired People people;
  @Autowired Sites sites;

  @Test
  void keptTicketsTakeHoursFromWhoHadThemAndFromNobodyElse() {
    Person asa = person("Åsa Hourson");
    Person bo = person("Bo Idleson");
    keeper.addAll(
        "hours",
        TicketText.read(
                """
                number,opened,resolved,assigned to,time spent
                H-1,2015-05-04 08:00,2015-05-04 10:00,Åsa Hourson,2h
                H-2,2015-05-15 08:00,2015-05-15 12:00,Hourson Åsa,4h
                H-3,2015-05-05 08:00,2015-05-05 12:00,Somebody Else,4h
                H-4,2015-06-03 08:00,2015-06-03 12:00,Åsa Hourson,4h
                """)
            .tickets());

    Interruptions found = source.interruptions(List.of(asa, bo), AS_OF.atStartOfDay());

    var id = new dev.linchpin.forecast.PersonId(asa.id().toString());
    assertThat(found.loads()).containsOnlyKeys(id);
    List<Duration> days = Objects.requireNonNull(found.loads().get(id)).byWeekday();
    // two and four hours in one of two weeks, of which the later counts a little more
    assertThat(days.get(0)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62));
    assertThat(days.get(4)).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(124));
    assertThat(days.get(1)).isZero();
  }

  @Test
  void thePagesSayWhatTheNextWeekBringsAndThatMoreComeThanUsual() {
    LocalDate monday = LocalDate.parse("2013-01-07");
    keeper.addAll("usual", TicketText.read(perWeek("U", monday, 16, 12)).tickets());
    LocalDate calm = monday.plusWeeks(16);

    assertThat(arrivals.outlook(calm).orElseThrow())
        .matches("The next 7 days will likely bring 1\\d new tickets: \\d+ to \\d+ 8 times in 10.");
    assertThat(arrivals.warning(calm)).isEmpty();

    keeper.addAll("wild", TicketText.read(perWeek("W", calm, 1, 90)).tickets());

    assertThat(source.warning(calm.plusWeeks(1)).orElseThrow())
        .startsWith("More tickets come than usual since 29 April 2013: 90 a week, before that 12.");
    assertThat(arrivals.outlook(calm.plusMonths(2))).isEmpty();
    assertThat(arrivals.warning(calm.plusMonths(2))).isEmpty();
  }

  private static String perWeek(String name, LocalDate monday, int weeks, int tickets) {
    var text = new StringBuilder("number,opened,resolved,assigned to,time spent\n");
    for (int week = 0; week < weeks; week++) {
      for (int i = 0; i < tickets; i++) {
        LocalDate on = monday.plusWeeks(week).plusDays(i % 5);
        text.append("%s-%d-%d,%s 09:00,%s 10:00,,1h\n".formatted(name, week, i, on, on));
      }
    }
    return text.toString();
  }

  @Test
  void withoutTicketsNobodyIsInterrupted() {
    Interruptions found =
        source.interruptions(
            List.of(person("Cecilia Calm")), LocalDateTime.parse("2001-01-01T00:00"));

    assertThat(found).isEqualTo(Interruptions.NONE);
  }

  private Person person(String name) {
    Person person = Person.of(new PersonId(UUID.randomUUID()), name, "", sites.main().id());
    people.add(person, "test");
    return person;
  }
}
