package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Deliveries come twice, in any order, and at the same moment.
@LinchpinTest
class MailOrderTests {
  @Autowired ApplicationContext context;
  @Autowired JdbcClient sql;

  private record Delivery(String key, String raw) {}

  @Test
  void whateverTheOrderAndHoweverOftenTheEndIsTheSame() throws Exception {
    String expected = end(0, 1);
    assertThat(expected.lines()).hasSize(3);
    for (int seed = 1; seed <= 5; seed++) {
      assertThat(end(seed, 1)).as("seed %d", seed).isEqualTo(expected);
    }
    assertThat(end(6, 4)).as("four at once").isEqualTo(expected);
  }

  /// The tickets after all deliveries, with the names of this world taken out.
  private String end(int seed, int threads) throws Exception {
    try (var world = new MailWorld(context);
        var executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (Delivery one : shuffled(world, seed)) {
        all.add(executor.submit(() -> world.take(one.key(), one.raw())));
      }
      for (Future<?> one : all) {
        one.get();
      }
      return state(world);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static List<Delivery> shuffled(MailWorld world, int seed) {
    var all = new ArrayList<Delivery>();
    List<String> mails = mails(world);
    for (int i = 0; i < mails.size(); i++) {
      all.add(new Delivery("1 " + i, mails.get(i)));
      all.add(new Delivery("1 " + i, mails.get(i)));
      all.add(new Delivery("2 " + i, "Received: by another way\n" + mails.get(i)));
    }
    if (seed > 0) {
      Collections.shuffle(all, new Random(seed));
    }
    return all;
  }

  private static List<String> mails(MailWorld world) {
    String ruth = "Ruth <" + world.ruth.email() + ">";
    String other = "other-" + world.mark + "@x.example";
    return List.of(
        world.mail(ruth, "a", "", "Lift", "It hums."),
        world.mail(ruth, "b", refs(world, "a"), "Re: Lift", "It stands."),
        world.mail(ruth, "c", refs(world, "a", "b"), "AW: Re: Lift", "It goes again."),
        world.mail(ruth, "d", "", "Printer", "No paper."),
        world.mail(other, "e", "", "Lift", "The lift hums."),
        world.mail(other, "f", refs(world, "e"), "Re: Lift", "No more."));
  }

  private static String refs(MailWorld world, String... ids) {
    return "References: "
        + List.of(ids).stream()
            .map(id -> "<" + id + "-" + world.mark + "@x>")
            .collect(Collectors.joining(" "))
        + "\n";
  }

  private String state(MailWorld world) {
    return sql
        .sql(
            "select distinct number from helpdesk.mail join helpdesk.ticket on ticket.id = ticket"
                + " where mailbox = :box")
        .param("box", world.box.id())
        .query((row, number) -> Objects.requireNonNull(row.getString("number")))
        .list()
        .stream()
        .map(number -> world.bean(Tickets.class).find(number).orElseThrow())
        .map(ticket -> state(world, ticket))
        .map(line -> line.replace(world.mark, "*"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String state(MailWorld world, Ticket ticket) {
    String said =
        world.said(ticket).stream().map(Message::text).sorted().collect(Collectors.joining(" | "));
    return ticket.name() + " of " + ticket.caller().email() + ", " + ticket.state() + ": " + said;
  }
}
