package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.TestDatabases;
import dev.linchpin.helpdesk.TicketFilter.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TicketSearchTests {
  private static JdbcClient sql;
  private static DeskSql desk;

  @BeforeAll
  static void tickets() {
    sql = TestDatabases.sql();
    desk = new DeskSql(sql);
    desk.add("S1", "Printer prints stripes", "On the third floor.", "2027-01-04T09:00", "");
    desk.add("S2", "Strange noise", "It is the printer, I think.", "2027-01-05T09:00", "");
    desk.say(
        desk.add("S3", "Help needed", "", "2027-01-06T09:00", ""), "Der Drucker druckt Streifen.");
    desk.add("S4", "Printers are out of paper", "", "2027-01-03T09:00", "Filled them.");
    desk.add("INC0077123", "Monitor is dark", "", "2027-01-02T09:00", "");
  }

  @Test
  void wordsAreFoundInTitleDescriptionAndMessagesTheTitleFirst() {
    assertThat(find("printers")).containsExactly("S1", "S4", "S2");
    assertThat(find("drucken")).containsExactly("S3");
    assertThat(find("printer floor")).containsExactly("S1");
    assertThat(find("help streifen")).containsExactly("S3");
  }

  @Test
  void theNumberComesFirstAndAPartOfItIsEnough() {
    assertThat(find("S2")).startsWith("S2");
    assertThat(find("77123")).containsExactly("INC0077123");
    assertThat(find("onito")).containsExactly("INC0077123");
  }

  @Test
  void onlyWhatFitsTheRestOfTheFilterIsFound() {
    assertThat(numbers(Stage.OPEN, "printer")).containsExactly("S1", "S2");
    assertThat(numbers(Stage.RESOLVED, "printer")).containsExactly("S4");
  }

  @Test
  void whatIsChangedOrSaidLaterIsFoundToo() {
    Ticket ticket = desk.add("S9", "Zebra crossing", "", "2027-01-07T09:00", "");
    desk.say(ticket, "It has to do with the aquarium.");
    assertThat(find("aquarium zebra")).containsExactly("S9");

    sql.sql("update helpdesk.ticket set title = 'Giraffe', state = 'CLOSED' where number = 'S9'")
        .update();

    assertThat(find("zebra")).isEmpty();
    assertThat(find("giraffe aquarium")).containsExactly("S9");
    assertThat(numbers(Stage.OPEN, "giraffe")).isEmpty();
  }

  @Test
  void messagesThatMoveAreFoundWhereTheyAre() {
    Ticket from = desk.add("S10", "From here", "", "2027-01-08T09:00", "");
    Ticket to = desk.add("S11", "To there", "", "2027-01-08T09:00", "");
    desk.say(from, "The flamingo stands still.");

    sql.sql("update helpdesk.message set ticket = :to where ticket = :from")
        .param("to", to.id())
        .param("from", from.id())
        .update();

    assertThat(find("flamingo")).containsExactly("S11");
  }

  @Test
  void aPageGoesOnAfterTheLastTicketOfTheOneBefore() {
    IntStream.range(0, 7)
        .forEach(i ->
            desk.add("L" + i, "Lighthouse " + i, "", "2027-02-0%dT09:00".formatted(i + 1), ""));
    TicketFilter filter = TicketFilter.of(Stage.ALL).withWords("lighthouse");

    List<Ticket> first = desk.tickets().list(filter, null, 4);
    Ticket last = first.getLast();
    List<Ticket> second =
        desk.tickets().list(filter, new Tickets.After(last.opened(), last.id()), 4);

    assertThat(first).extracting(Ticket::number).containsExactly("L6", "L5", "L4", "L3");
    assertThat(second).extracting(Ticket::number).containsExactly("L2", "L1", "L0");
  }

  @Test
  void oddAndHugeWordsBreakNothing() {
    for (String odd : List.of("'", "a & b | !c:*", "%", "\\", "=1+1", "the", "x", "💥")) {
      assertThat(find(odd)).isNotNull();
    }
    Ticket ticket = desk.add("S12", "Much", "word ".repeat(50_000), "2027-01-09T09:00", "");
    StringBuilder different = new StringBuilder();
    IntStream.range(0, 15_000).forEach(i -> different.append("w").append(i).append(' '));
    IntStream.range(0, 30).forEach(i -> desk.say(ticket, i + different.toString()));
    assertThat(find("w5")).contains("S12");
  }

  private static List<String> find(String words) {
    return numbers(Stage.ALL, words);
  }

  private static List<String> numbers(Stage stage, String words) {
    TicketFilter filter = TicketFilter.of(stage).withWords(words);
    return desk.tickets().list(filter, null, 20).stream().map(Ticket::number).toList();
  }
}
