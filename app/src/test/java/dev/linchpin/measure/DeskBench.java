package dev.linchpin.measure;

import dev.linchpin.App;
import dev.linchpin.TestDatabases;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/*
 * A help desk with very many tickets, asked as an agent's browser asks: whole pages over HTTP from
 * one browser, one after the other, so the times hold routing, rights, SQL, the template and the
 * way to the browser. Each page is asked for different tickets and words.
 */
/// `bin/bench desk --tickets N --messages N [--db URL]`: p50 and p95 of the pages an agent waits
/// for. In a database of one's own the tickets stay for the next run.
final class DeskBench {
  private static final int ROUNDS = 300;
  private static final int WARM_UP = 60;
  private static final long SEED = 20270312;
  private static final List<String> WORDS = ManyTickets.WORDS;

  private final Browser agent;
  private final JdbcClient sql;
  private final long tickets;
  private final SplittableRandom random = new SplittableRandom(SEED);

  private DeskBench(ApplicationContext application, long tickets) {
    this.tickets = tickets;
    this.sql = application.getBean(JdbcClient.class);
    this.agent = agent(TestAccounts.in(application));
  }

  public static void main(String[] args) {
    long tickets = Long.parseLong(argument(args, "--tickets", "100000"));
    long messages = Long.parseLong(argument(args, "--messages", Long.toString(5 * tickets)));
    String db = argument(args, "--db", "");
    var spring = new SpringApplication(App.class);
    spring.setDefaultProperties(
        Map.of(
            "server.port",
            0,
            "linchpin.sample",
            true,
            "linchpin.db",
            db.isEmpty() ? TestDatabases.url(TestDatabases.fresh()) : db));
    try (ConfigurableApplicationContext application = spring.run()) {
      make(application.getBean(JdbcClient.class), tickets, messages);
      new DeskBench(application, tickets).measure();
    }
    System.exit(0); // the embedded database stops with the process
  }

  /// A new account; those of earlier runs are there still.
  private static Browser agent(TestAccounts accounts) {
    while (true) {
      try {
        return accounts.signedIn(Role.HELP_DESK_AGENT);
      } catch (NoSuchElementException taken) {
        // the next number
      }
    }
  }

  private static void make(JdbcClient sql, long tickets, long messages) {
    long there =
        sql.sql("select count(*) as many from helpdesk.ticket")
            .query((row, number) -> row.getLong("many"))
            .single();
    if (there < tickets) {
      long begun = System.nanoTime();
      ManyTickets.make(sql, tickets, messages);
      System.out.printf(
          "made tickets=%d messages=%d seconds=%d%n",
          tickets, messages, (System.nanoTime() - begun) / 1_000_000_000);
    }
  }

  private static String argument(String[] args, String name, String otherwise) {
    int at = List.of(args).indexOf(name);
    return at < 0 ? otherwise : args[at + 1];
  }

  private void measure() {
    List<String> numbers =
        sql.sql("select number from helpdesk.ticket tablesample system_rows(4000)")
            .query((row, number) -> row.getString("number"))
            .list();
    get("ticket_page", i -> "/t/" + numbers.get(random.nextInt(numbers.size())));
    List<String> queues =
        sql.sql("select id::text as id from helpdesk.queue")
            .query((row, number) -> row.getString("id"))
            .list();
    get("queue_page", i -> "/tickets?queue=" + queues.get(i % queues.size()));
    get("all_tickets_page", _ -> "/tickets?show=all");
    get("search_open_one_word", _ -> "/tickets?words=" + word());
    get("search_all_one_word", _ -> "/tickets?show=all&words=" + word());
    get("search_all_two_words", _ -> "/tickets?show=all&words=" + word() + "%20" + word());
    get("search_all_common", _ -> "/tickets?show=all&words=" + WORDS.getFirst());
    get("search_number", _ -> "/tickets?show=all&words=" + random.nextLong(tickets));
    get("search_part", _ -> "/tickets?show=all&words=" + part(word()));
    get(
        "suggestions",
        _ ->
            "/tickets/suggestions?title=" + encoded(word() + " " + word() + " does not " + word()));
    time(
        "create",
        i -> agent.post("/tickets", Map.of("title", "Opened " + i + " " + word() + " " + word())));
    get("report_12_weeks", _ -> "/reports/help-desk");
  }

  private String word() {
    // Zipf: the first words are the common ones.
    double u = random.nextDouble();
    return WORDS.get((int) Math.min(WORDS.size() - 1, Math.pow(WORDS.size(), u) - 1));
  }

  private static String part(String word) {
    return word.length() < 5 ? word : word.substring(1, word.length() - 1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void get(String name, IntFunction<String> address) {
    time(name, i -> agent.get(address.apply(i)));
  }

  private void time(String name, IntFunction<HttpResponse<String>> ask) {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < WARM_UP; i++) {
      check(name, ask.apply(i));
    }
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      HttpResponse<String> answer = ask.apply(WARM_UP + i);
      nanos[i] = System.nanoTime() - begun;
      check(name, answer);
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s p50_ms=%.1f p95_ms=%.1f max_ms=%.1f%n",
        name, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6, nanos[ROUNDS - 1] / 1e6);
  }

  private static void check(String name, HttpResponse<String> answer) {
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
