package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.Person;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.planning.InterruptionSource;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class WorksTests {
  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Works works;
  @Autowired TicketKeeper keeper;
  @Autowired InterruptionSource source;
  @Autowired JdbcClient sql;
  @Autowired Zone zone;

  private DeskWorld world;
  private Person asa;

  @BeforeEach
  void people() {
    world = new DeskWorld(context);
    asa = world.person("Åsa " + UUID.randomUUID());
  }

  @Test
  void bookedTimeAsksForANewForecastWhichSeesTheHoursAtOnce() {
    // Years before all other tests' tickets, so they do not mix.
    LocalDateTime now = LocalDateTime.parse("2016-03-09T15:20");
    var by = new By(asa.name(), asa.id(), now.atZone(zone.id()).toInstant());
    var history = new StringBuilder("number,opened,resolved,assigned to,time spent\n");
    for (int week = 1; week <= 5; week++) {
      String day = now.toLocalDate().minusWeeks(week).toString();
      history.append(
          "%s-%d,%s 09:00,%s 10:00,%s,1h\n".formatted(asa.id(), week, day, day, asa.name()));
    }
    keeper.addAll("booked " + asa.id(), TicketText.read(history.toString()).tickets());
    Ticket ticket = desk.open(NewTicket.of("It takes long", "phone"), by);
    Duration before = weekly(now);
    int wishes = wishes(ticket);

    works.book(ticket, asa.id(), Duration.ofHours(3), "", by);

    assertThat(weekly(now)).isGreaterThan(before.plusMinutes(15));
    assertThat(wishes(ticket)).isEqualTo(wishes + 1);
  }

  private Duration weekly(LocalDateTime now) {
    Interruptions found = source.interruptions(List.of(asa), now);
    var load = found.loads().get(new PersonId(asa.id().toString()));
    return Objects.requireNonNull(load).byWeekday().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private int wishes(Ticket ticket) {
    return sql.sql("select count(*) from planning.forecast_wish where because like :because")
        .param("because", "%" + ticket.ref())
        .query(Integer.class)
        .single();
  }

  @Test
  void bookedTimeIsTakenBackWithItsHours() {
    Ticket ticket = world.ticket("Booked by mistake", asa);
    works.book(ticket, asa.id(), Duration.ofMinutes(20), "", world.by(asa));
    int step = works.book(ticket, asa.id(), Duration.ofMinutes(40), "", world.by(asa));
    assertThat(world.now(ticket).handled()).isEqualTo(Duration.ofHours(1));

    desk.undo(ticket, step, world.by(asa));

    assertThat(world.now(ticket).handled()).isEqualTo(Duration.ofMinutes(20));
    assertThat(works.of(ticket)).hasSize(1);
  }

  @Test
  void oneTimerRunsForEachPersonAndStartingAnotherBooksTheFirst() {
    Ticket one = world.ticket("One", asa);
    Ticket two = world.ticket("Two", asa);
    By by = world.by(asa);

    works.start(one, asa.id(), by);
    works.start(two, asa.id(), later(by, 20));

    assertThat(works.of(one)).extracting(Works.Work::time).containsExactly(Duration.ofMinutes(20));
    assertThat(works.timer(asa.id()).orElseThrow().ticket()).isEqualTo(two.number());
    assertThat(works.stop(asa.id(), later(by, 20))).isEmpty();
    works.start(two, asa.id(), later(by, 30));
    assertThat(works.stop(asa.id(), later(by, 30 + 24 * 60))).contains(Works.MOST);
  }

  private static By later(By by, int minutes) {
    return new By(by.name(), by.person(), by.at().plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void timeIsTypedAsPeopleTypeIt() {
    assertThat(SpentTime.read("20m")).contains(Duration.ofMinutes(20));
    assertThat(SpentTime.read("1h 30m")).contains(Duration.ofMinutes(90));
    assertThat(SpentTime.read("45")).contains(Duration.ofMinutes(45));
    assertThat(SpentTime.read("soon")).isEmpty();
    assertThat(SpentTime.read("11h")).isEmpty();
    Ticket ticket = world.ticket("Too long", asa);
    assertThatThrownBy(() -> works.book(ticket, asa.id(), Duration.ofHours(11), "", world.by(asa)))
        .hasMessage(SpentTime.HOW);
  }

  @Test
  void aChangeIsATouchOfWhoMadeItAndTwoWithinAMinuteAreOne() {
    Ticket ticket = world.ticket("Touched", asa);
    By by = world.by(asa);

    desk.change(ticket, new Change.Tag("one"), by);
    desk.change(ticket, new Change.Tag("two"), by);
    desk.change(ticket, new Change.Tag("three"), later(by, 15));

    assertThat(world.now(ticket).touches()).isBetween(2, 3); // opening may lie in another minute
    assertThat(world.now(ticket).handled()).isGreaterThanOrEqualTo(Duration.ofMinutes(14));
  }

  @Test
  void prioritiesFollowFromImpactAndUrgency() {
    assertThat(Priority.of(Grade.HIGH, Grade.HIGH)).isEqualTo(Priority.CRITICAL);
    assertThat(Priority.of(Grade.HIGH, Grade.MEDIUM)).isEqualTo(Priority.HIGH);
    assertThat(Priority.of(Grade.MEDIUM, Grade.MEDIUM)).isEqualTo(Priority.NORMAL);
    assertThat(Priority.of(Grade.LOW, Grade.HIGH)).isEqualTo(Priority.NORMAL);
    assertThat(Priority.of(Grade.LOW, Grade.MEDIUM)).isEqualTo(Priority.LOW);
    assertThat(Priority.of(Grade.LOW, Grade.LOW)).isEqualTo(Priority.LOW);
  }
}
