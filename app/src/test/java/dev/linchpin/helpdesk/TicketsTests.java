package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LinchpinTest
class TicketsTests {
  @Autowired Tickets tickets;
  @Autowired TicketKeeper keeper;
  @Autowired People people;
  @Autowired Services services;
  @Autowired Sites sites;

  @Test
  void aNumberThatIsKnownIsBroughtUpToDateAndNeverDoubled() {
    TicketHistory first = TicketText.read("number,opened,status,title\nA-1,2026-11-02,New,Old\n");
    TicketHistory second =
        TicketText.read("number,opened,status,title\nA-1,2026-11-02,Closed,New\n");

    assertThat(keeper.addAll("one", first.tickets())).isEqualTo(new TicketKeeper.Kept(1, 0));
    assertThat(keeper.addAll("one", second.tickets())).isEqualTo(new TicketKeeper.Kept(0, 1));

    Ticket ticket = tickets.find("A-1").orElseThrow();
    assertThat(ticket.title()).isEqualTo("New");
    assertThat(ticket.state()).isEqualTo(TicketState.CLOSED);
    assertThat(ticket.ref()).isEqualTo("T-A-1");
    assertThat(tickets.list(TicketFilter.ALL.withWords("A-1"), null, 10)).hasSize(1);
  }

  @Test
  void namesAndServicesOfTheDirectoryAreFound() {
    Person asa =
        Person.of(
            new PersonId(UUID.randomUUID()),
            "Åsa Ticketsson",
            "asa.ticketsson@example.org",
            sites.main().id());
    people.add(asa, "test");
    var mail =
        new Service(new ServiceId(UUID.randomUUID()), "ticket-mail", "Ticket mail", "", null, 0);
    services.add(mail, "test");

    keeper.addAll(
        "two",
        TicketText.read(
                """
                number,opened,assignee,service
                B-1,2026-11-02,"Ticketsson, Asa",ticket mail
                B-2,2026-11-02,Nobody Known,Unknown
                """)
            .tickets());

    assertThat(tickets.find("B-1").orElseThrow().person()).isEqualTo(asa.id());
    assertThat(tickets.find("B-1").orElseThrow().service()).isEqualTo(mail.id());
    assertThat(tickets.find("B-2").orElseThrow().person()).isNull();
  }

  @Test
  void ticketsAreFoundByNumberAndByWordsWithTypingMistakes() {
    keeper.addAll(
        "three",
        TicketText.read(
                """
                number,opened,title
                C-10,2026-11-02,Zanzibar printer prints nothing
                C-11,2026-11-02,Laptop is slow
                """)
            .tickets());

    assertThat(tickets.like("C-10", 5)).extracting(Ticket::number).first().isEqualTo("C-10");
    assertThat(tickets.near("zanzibr printer", 5)).extracting(Ticket::number).contains("C-10");
    assertThat(tickets.like("100%_", 5)).extracting(Ticket::number).doesNotContain("C-10", "C-11");
  }

  @Test
  void theListGoesOnWhereThePageBeforeEnded() {
    var text = new StringBuilder("number,opened,team\n");
    for (int i = 0; i < 7; i++) {
      text.append("D-%d,2026-11-02 08:00,Quay team\n".formatted(i));
    }
    keeper.addAll("four", TicketText.read(text.toString()).tickets());

    TicketFilter open = TicketFilter.of(TicketFilter.Stage.OPEN).withWords("Quay team");
    List<Ticket> first = tickets.list(open, null, 5);
    Ticket last = first.getLast();
    List<Ticket> second = tickets.list(open, new Tickets.After(last.opened(), last.id()), 5);

    assertThat(first).hasSize(5);
    assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  @Test
  void thePlaceInLineIsCountedAmongWhatTheSamePersonHas() {
    keeper.addAll(
        "line",
        TicketText.read(
                """
                number,opened,status,assignee,team
                L-1,2026-11-02 08:00,New,Line Keeper,Line team
                L-2,2026-11-02 09:00,Resolved,Line Keeper,Line team
                L-3,2026-11-02 10:00,New,Somebody Else,Line team
                L-4,2026-11-02 11:00,New,Line Keeper,Line team
                L-5,2026-11-02 12:00,New,,Line team
                L-6,2026-11-02 13:00,New,,
                """)
            .tickets());

    assertThat(place("L-1")).contains(1);
    assertThat(place("L-2")).isEmpty();
    assertThat(place("L-4")).contains(2);
    assertThat(place("L-5")).contains(1);
    assertThat(place("L-6")).isEmpty();
  }

  private Optional<Integer> place(String number) {
    return tickets.place(tickets.find(number).orElseThrow());
  }

  @Test
  void howFastJobsLikeThisAreDoneIsToldFromTenOn() {
    var text = new StringBuilder("number,opened,resolved,status,category\n");
    for (int i = 0; i < 10; i++) { // nine take two working days over a weekend, one takes twenty
      String resolved = i == 0 ? "2026-12-04" : "2026-11-10";
      text.append("E-%d,2026-11-06,%s,Resolved,Pace\n".formatted(i, resolved));
    }
    text.append("E-99,2026-11-06,,New,Pace\nE-98,2026-11-06,,New,Rare\n");
    keeper.addAll("five", TicketText.read(text.toString()).tickets());

    assertThat(tickets.likeThis("E-99")).isEqualTo(Optional.of(new Pace(2, 10)));
    assertThat(new Pace(2, 10).words())
        .isEqualTo("Jobs like this are done within 2 working days 8 times out of 10.");
    assertThat(tickets.likeThis("E-98")).isEmpty();
    assertThat(tickets.likeThis("nothing")).isEmpty();
  }

  @Test
  void tenThousandTicketsAreKeptAtOnce() {
    var many = new ArrayList<TicketRecord>();
    LocalDateTime opened = LocalDateTime.parse("2020-01-06T08:00");
    for (int i = 0; i < 10_000; i++) {
      LocalDateTime at = opened.plusMinutes(i);
      many.add(
          new TicketRecord(
              "F-" + i,
              "Title " + i,
              "",
              TicketState.CLOSED,
              at,
              at.plusHours(1),
              null,
              "Bo",
              "Resolver " + i % 50,
              "Team",
              "",
              "",
              "",
              Duration.ofMinutes(5),
              List.of(new Touch(at, "Resolver " + i % 50, "Team", null))));
    }

    assertThat(keeper.addAll("six", many)).isEqualTo(new TicketKeeper.Kept(10_000, 0));
    assertThat(keeper.addAll("six", many)).isEqualTo(new TicketKeeper.Kept(0, 10_000));
    assertThat(tickets.find("F-9999").orElseThrow().handled()).isEqualTo(Duration.ofMinutes(5));
  }
}
