package dev.linchpin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.helpdesk.TicketRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SampleTicketsTests {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 10, 30);

  @Test
  void halfAYearOfTicketsComesBeforeNow() {
    List<TicketRecord> tickets = made(1);

    assertThat(tickets).hasSizeBetween(1_000, 2_500);
    assertThat(tickets).allSatisfy(ticket -> assertThat(ticket.opened()).isBefore(NOW));
    assertThat(tickets.getFirst().opened()).isBefore(NOW.minusWeeks(25));
    assertThat(tickets).extracting(TicketRecord::number).doesNotHaveDuplicates();
  }

  @Test
  void aFewAreStillOpenAndTakeNoLoggedTimeYet() {
    List<TicketRecord> open = made(1).stream().filter(ticket -> ticket.state().isOpen()).toList();

    assertThat(open).hasSizeBetween(1, 60);
    assertThat(open).allSatisfy(ticket -> assertThat(ticket.logged()).isNull());
  }

  @Test
  void theServiceDeskAgentCarriesMost() {
    Duration sam = hoursOf("Sam Okafor");

    assertThat(sam).isGreaterThan(hoursOf("Jon Bell")).isGreaterThan(hoursOf("Priya Nair"));
    assertThat(sam.dividedBy(SampleTickets.WEEKS)).isLessThan(Duration.ofHours(25));
  }

  @Test
  void theSameSeedGivesTheSameTickets() {
    assertThat(made(7)).isEqualTo(made(7)).isNotEqualTo(made(8));
  }

  private static Duration hoursOf(String person) {
    return made(1).stream()
        .filter(ticket -> ticket.assignee().equals(person) && ticket.logged() != null)
        .map(TicketRecord::logged)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<TicketRecord> made(long seed) {
    return SampleTickets.before(NOW, new SplittableRandom(seed));
  }
}
